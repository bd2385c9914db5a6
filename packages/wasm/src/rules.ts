import type { Import } from './decodeModule.ts'
import { StylusRuleError } from './errors.ts'

/** The chain that a module is judged for. */
export type StylusRules = {
  /** ArbOS version: 40, 51, 59, 60. */
  arbos: number
  /** A development chain: `console` imports, a start function and further exports pass. */
  debug: boolean
  /** Most pages that a transaction may hold open; 128 unless the chain's owner changed it. */
  pageLimit?: number
  /** Pages that the transaction holds open already. */
  openPages?: number
  /** Most bytes of wasm after decompression; 131,072 unless the chain's owner changed it. */
  maxWasmSize?: number
}

/** Refuses an import that is not a function. */
export function refuseImportKind(i: Import): never {
  throw new StylusRuleError(
    'import-kind',
    `The import "${i.module}"."${i.name}" is a ${i.kind}; Stylus programs import functions only`,
    'Define the memory, table and globals in the contract: build a cdylib, without --import-memory or --import-table.',
    { offset: i.offset },
  )
}
