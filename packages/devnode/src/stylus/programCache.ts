import { instrument, type StylusRules } from '@inkling/wasm'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex } from '../bytes.ts'
import { DevnodeError } from '../errors.ts'
import { type Program, prepareProgram } from './program.ts'

/** Turns contract code into wasm; throws ProgramCodeError where it can't. May wait where the decoder has to be loaded first. */
export type Decompress = (
  code: Uint8Array,
  options: { maxWasmSize: number },
) => Uint8Array | Promise<Uint8Array>

/** Most programs that are kept compiled; the oldest go first, and are built again when they are called. */
const MAX_PROGRAMS = 1000

/** Metered, compiled programs by code hash. A cache: everything in it follows from the code. */
export class ProgramCache {
  readonly #programs = new Map<string, Program>()
  /** The same programs, made to count ink by function: for profiles only. */
  readonly #counting = new Map<string, Program>()
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
    keep(this.#programs, codeHash, program)
  }

  decompress(code: Uint8Array, maxWasmSize: number): Uint8Array | Promise<Uint8Array> {
    return this.#decompress(code, { maxWasmSize })
  }

  /**
   * The program of an activated code hash; built again where it is not here (a loaded state, an undone activation).
   * Waits only for that.
   */
  get(codeHash: string, code: () => Uint8Array): Program | Promise<Program> {
    return this.#programs.get(codeHash) ?? this.#rebuild(codeHash, code(), false)
  }

  /** The program in the form that counts ink by function. It charges the same. */
  getCounting(codeHash: string, code: () => Uint8Array): Program | Promise<Program> {
    return this.#counting.get(codeHash) ?? this.#rebuild(codeHash, code(), true)
  }

  async #rebuild(codeHash: string, code: Uint8Array, countFunctions: boolean): Promise<Program> {
    const limit = 1 << 24 // the size was judged at activation
    try {
      const wasm = await this.#decompress(code, { maxWasmSize: limit })
      const rules = { ...this.#rules, maxWasmSize: limit, pageLimit: 65_536 }
      const { wasm: metered, report } = instrument(wasm, rules, { countFunctions })
      const program = prepareProgram(metered, report, countFunctions)
      keep(countFunctions ? this.#counting : this.#programs, codeHash, program)
      return program
    } catch (cause) {
      throw new DevnodeError(`Program ${codeHash} was activated but can't be prepared to run: ${cause}`, {
        cause,
      })
    }
  }
}

function keep(cache: Map<string, Program>, codeHash: string, program: Program): void {
  const [oldest] = cache.keys()
  if (cache.size >= MAX_PROGRAMS && oldest !== undefined) cache.delete(oldest)
  cache.set(codeHash, program)
}
