import * as data from '@inkling/model/data'
import packed from '../../../../../packages/model/data/digits-8x8.bin.gz?url'

/** `@inkling/model/data` for a Worker: no file is read there, so the small digits come along; the others don't. */
export async function pageData(): Promise<Record<string, unknown>> {
  const digits = await fetchDigits().catch((error: Error) => error)
  return {
    ...data,
    loadDigits8(bytes?: Uint8Array) {
      if (bytes === undefined && digits instanceof Error)
        throw new Error(`the digits could not be loaded: ${digits.message}. Run the checks again`)
      return data.loadDigits8(bytes ?? (digits as Uint8Array))
    },
    loadMnist14(bytes?: Uint8Array) {
      if (bytes === undefined) throw new Error('the large digits are in your clone, not in the page')
      return data.loadMnist14(bytes)
    },
  }
}

async function fetchDigits(): Promise<Uint8Array> {
  const response = await fetch(new URL(packed, location.href))
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  // A host that says "content-encoding: gzip" has its browser unpack them.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}
