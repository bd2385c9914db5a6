import { countBlocks, spentInk } from './count-blocks.ts'
import type { SmallHost } from './small-host.ts'
import { type Place, sourcePlaces } from './source-places.ts'

export interface LineInk {
  /** All instructions of the call, host calls aside. */
  total: number
  /** Ink by `file:line`, of the innermost line that `own` accepts. */
  lines: Map<string, number>
}

/**
 * What each line of a contract's own source costs in a call. An instruction counts for the line that it was written
 * in; where that is in a library, for the line that called the library. The price of a basic block counts for the
 * first instruction in it.
 *
 * @param wasm with debug information, as rustc made it
 * @param own accepts the files whose lines are asked for
 */
export function profileLines(wasm: Uint8Array, own: (file: string) => boolean) {
  const { wasm: counting, operators, codeStart } = countBlocks(wasm)
  const placesOf = sourcePlaces(wasm)
  const program = new WebAssembly.Module(counting as Uint8Array<ArrayBuffer>)
  const known = new Map<number, Place | undefined>()
  const placeOf = (offset: number) => {
    if (!known.has(offset))
      known.set(
        offset,
        placesOf(offset - codeStart).find(({ file, line }) => line > 0 && own(file)),
      )
    return known.get(offset)
  }
  return (host: SmallHost, calldata: Uint8Array): LineInk => {
    const exports = host.call(program, calldata)
    let total = 0
    const lines = new Map<string, number>()
    for (const operator of operators) {
      const ink = spentInk(exports, operator)
      if (ink === 0) continue
      total += ink
      const place = placeOf(operator.offset)
      if (!place) continue
      const name = `${place.file}:${place.line}`
      lines.set(name, (lines.get(name) ?? 0) + ink)
    }
    return { total, lines }
  }
}
