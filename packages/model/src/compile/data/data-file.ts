import { CompileError } from '../errors.ts'
import { CREATE2_FACTORY, type DataContract, dataContract } from './data-contract.ts'

const FORMAT = 'inkling-data/1'

/** A file of data contracts is damaged, or is another file. */
export class DataFileError extends CompileError {
  override name = 'DataFileError'
}

/**
 * The data contracts of a kernel as a file: JSON `{format, factory, contracts: [{address, weights}]}`, the weights in
 * base64.
 */
export function formatDataFile(contracts: readonly DataContract[]): string {
  const list = contracts.map(({ address, code }) => ({ address, weights: toBase64(code.subarray(1)) }))
  return `${JSON.stringify({ format: FORMAT, factory: CREATE2_FACTORY, contracts: list }, null, 2)}\n`
}

/** Reads such a file. Each address has to be the one that follows from its bytes. @throws DataFileError */
export function parseDataFile(text: string): DataContract[] {
  const file = parsed(text) as { format?: unknown; factory?: unknown; contracts?: unknown } | null
  if (file?.format !== FORMAT || file.factory !== CREATE2_FACTORY || !Array.isArray(file.contracts))
    throw new DataFileError(
      'data file',
      `is not '${FORMAT}'`,
      'Give the file that `inkling compile` wrote beside the kernel',
    )
  return file.contracts.map((entry: { address?: unknown; weights?: unknown } | null, i) => {
    const contract = typeof entry?.weights === 'string' ? dataContract(fromBase64(entry.weights)) : undefined
    if (!contract || contract.address !== entry?.address)
      throw new DataFileError(
        `contracts[${i}]`,
        'its address does not follow from its weights',
        'Write the file again with `inkling compile`',
      )
    return contract
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
