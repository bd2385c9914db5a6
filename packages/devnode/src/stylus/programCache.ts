import { instrument, type StylusRules } from '@inkling/wasm'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex } from '../bytes.ts'
import { DevnodeError } from '../errors.ts'
import { type Program, prepareProgram } from './program.ts'

export type Decompress = (code: Uint8Array, options: { maxWasmSize: number }) => Uint8Array

/** Metered, compiled programs by code hash. A cache: everything in it follows from the code. */
export class ProgramCache {
  readonly #programs = new Map<string, Program>()
  readonly #hashes = new WeakMap<Uint8Array, string>()
  readonly #decompress: Decompress
  readonly #rules: StylusRules

  constructor(decompress: Decompress, rules: StylusRules) {
    this.#decompress = decompress
    this.#rules = rules
  }

  codeHash(code: Uint8Array): string {
    let hash = this.#hashes.get(code)
    if (!hash) {
      hash = bytesToHex(keccak_256(code))
      this.#hashes.set(code, hash)
    }
    return hash
  }

  /** Throws WasmFormatError or StylusRuleError where the program may not be activated under these rules. */
  build(wasm: Uint8Array, limits: Partial<StylusRules>): Program {
    const { wasm: metered, report } = instrument(wasm, { ...this.#rules, ...limits })
    return prepareProgram(metered, report)
  }

  put(codeHash: string, program: Program): void {
    this.#programs.set(codeHash, program)
  }

  decompress(code: Uint8Array, maxWasmSize: number): Uint8Array {
    return this.#decompress(code, { maxWasmSize })
  }

  /** The program of an activated code hash; built again where it is not here (a loaded state, an undone activation). */
  get(codeHash: string, code: () => Uint8Array): Program {
    let program = this.#programs.get(codeHash)
    if (!program) {
      const limit = 1 << 24 // the size was judged at activation
      try {
        const wasm = this.#decompress(code(), { maxWasmSize: limit })
        program = this.build(wasm, { maxWasmSize: limit, pageLimit: 65_536 })
      } catch (cause) {
        throw new DevnodeError(`Program ${codeHash} was activated but can't be prepared to run: ${cause}`, {
          cause,
        })
      }
      this.#programs.set(codeHash, program)
    }
    return program
  }
}
