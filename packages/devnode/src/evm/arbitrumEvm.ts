import { type Common, createCustomCommon, Hardfork, Mainnet } from '@ethereumjs/common'
import {
  EVM,
  EVMMockBlockchain,
  type EVMOpts,
  type EVMResult,
  type ExecResult,
  type Message,
  NobleBN254,
} from '@ethereumjs/evm'
import { stylusParams } from '../arbos/params.ts'
import type { PrecompileSet } from '../arbos/precompiles/dispatch.ts'
import { classicCode, isProgramCode, isStylusCode } from '../arbos/precompiles/programCode.ts'
import { entryGas, programStatus } from '../arbos/programs.ts'
import { hexToBytes } from '../bytes.ts'
import { CHAIN_ID } from '../constants.ts'
import type { ArbosProfile } from '../profiles.ts'
import { StateManager } from '../state/manager.ts'
import type { State } from '../state/state.ts'
import { openPages, pageGas } from '../stylus/pages.ts'
import { type Program, type ProgramOutcome, runProgram, type SuspenderKind } from '../stylus/program.ts'
import type { ProgramCache } from '../stylus/programCache.ts'
import type { Recording, TraceStep } from '../stylus/world.ts'
import type { ProgramRun, TxContext } from './context.ts'
import { arbitrumError, OUT_OF_GAS, REVERT, TEXT } from './errors.ts'
import { addressHex, evmStep, FrameWorld } from './frameWorld.ts'
import { verifyKzgProof } from './kzg.ts'
import { hookOpcodes } from './traceOpcodes.ts'

const EMPTY = new Uint8Array(0)

export interface ArbitrumEvmOptions {
  state: State
  profile: ArbosProfile
  programs: ProgramCache
  precompiles: PrecompileSet
  suspender: SuspenderKind
}

/**
 * The EVM with Stylus in it. The only file that reaches into ethereumjs: frames of Stylus code go to the WebAssembly
 * engine, ArbOS precompiles get the whole message, and contract code may start with 0xEF if it is a Stylus program.
 */
export class ArbitrumEvm extends EVM {
  readonly state: State
  readonly profile: ArbosProfile
  /** Set by the chain before each transaction or call. */
  context!: TxContext
  #recording: Recording = 'nothing'
  readonly #programs: ProgramCache
  readonly #precompiles: PrecompileSet
  readonly #suspender: SuspenderKind
  #initCodeLimit = true
  /** Opcode by which the running EVM frame is opening another. */
  #opensBy: string | undefined

  constructor({ state, profile, programs, precompiles, suspender }: ArbitrumEvmOptions) {
    const kzg = { verifyProof: verifyKzgProof } as unknown as NonNullable<Common['customCrypto']['kzg']>
    const common = createCustomCommon({ chainId: CHAIN_ID }, Mainnet, {
      hardfork: hardforkName(profile),
      customCrypto: { kzg },
    })
    const isActivatedEIP = common.isActivatedEIP.bind(common)
    // EIP-3541 refuses code that starts with 0xEF; Stylus programs do, so the rule is applied in runInterpreter instead
    common.isActivatedEIP = (eip) => eip !== 3541 && isActivatedEIP(eip)
    const opts: EVMOpts = {
      common,
      blockchain: new EVMMockBlockchain(),
      stateManager: new StateManager(state),
      bn254: new NobleBN254(),
    }
    super(opts)
    this.state = state
    this.profile = profile
    this.#programs = programs
    this.#precompiles = precompiles
    this.#suspender = suspender
    hookOpcodes(this, {
      state,
      isProgram: (code) => isProgramCode(code, profile.arbos),
      frameOpens: (name) => {
        if (this.#recording === 'steps') this.#opensBy = name
      },
      selfDestructs: () => {
        if (this.#recording === 'steps') this.context.steps.push(evmStep('evm_self_destruct'))
      },
    })
    Object.defineProperty(this, 'allowUnlimitedInitCodeSize', { get: () => !this.#initCodeLimit })
  }

  /** Creates from Stylus programs have no limit on init code (Stylus VM specification, 2.5). */
  async withoutInitCodeLimit<T>(create: () => Promise<T>): Promise<T> {
    this.#initCodeLimit = false
    try {
      return await create()
    } finally {
      this.#initCodeLimit = true
    }
  }

  get recording(): Recording {
    return this.#recording
  }

  /** While `run` runs, host calls are counted by kind, and the outermost program counts its ink by function. */
  profiling<T>(run: () => Promise<T>): Promise<T> {
    return this.#record('totals', run)
  }

  /** While `run` runs, every host call leaves an entry in `context.steps`. */
  tracing<T>(run: () => Promise<T>): Promise<T> {
    return this.#record('steps', run)
  }

  async #record<T>(recording: Recording, run: () => Promise<T>): Promise<T> {
    const before = this.#recording
    this.#recording = recording
    try {
      return await run()
    } finally {
      this.#recording = before
    }
  }

  /** Marks an account as accessed in this transaction; true if this was the first time (EIP-2929). */
  warmAddress(address: string): boolean {
    const bytes = hexToBytes(address)
    if (this.journal.isWarmedAddress(bytes)) return false
    this.journal.addWarmedAddress(bytes)
    return true
  }

  decompressProgram(code: Uint8Array, maxWasmSize: number): Uint8Array | Promise<Uint8Array> {
    return this.#programs.decompress(code, maxWasmSize)
  }

  /** Validates and compiles under the rules of this chain; throws the errors of `@inkling/wasm`. */
  buildProgram(wasm: Uint8Array): Program {
    const { pageLimit, maxWasmSize } = stylusParams(this.state)
    return this.#programs.build(wasm, { pageLimit, maxWasmSize, openPages: this.context.pages.open })
  }

  rememberProgram(codeHash: string, program: Program): void {
    this.#programs.put(codeHash, program)
  }

  /** Frames that EVM code opens get an entry of their own in Stylus traces. */
  override async runCall(opts: Parameters<EVM['runCall']>[0]): Promise<EVMResult> {
    const name = this.#opensBy
    this.#opensBy = undefined
    if (!name) return super.runCall(opts)
    return this.#traceFrame(name, () => super.runCall(opts))
  }

  async #traceFrame<T>(name: string, run: () => Promise<T>): Promise<T> {
    const outer = this.context.steps
    const step = evmStep(name)
    outer.push(step)
    const inner: TraceStep[] = []
    this.context.steps = inner
    try {
      return await run()
    } finally {
      this.context.steps = outer
      if (inner.length > 0) step.steps = inner
    }
  }

  protected override async _loadCode(message: Message): Promise<void> {
    if (!message.code) {
      const address = addressHex(message.codeAddress)
      const run = this.#precompiles.get(address)
      if (run) {
        message.code = (input) => run({ message, gasLimit: input.gasLimit, evm: this })
        message.isCompiled = true
        return
      }
    }
    return super._loadCode(message)
  }

  protected override async runInterpreter(
    message: Message,
    opts?: Parameters<EVM['runInterpreter']>[1],
  ): Promise<ExecResult> {
    const create = message.isCreate === true
    const limited = this.#initCodeLimit
    this.#initCodeLimit = true
    try {
      const code = message.code as Uint8Array
      if (!create && isProgramCode(code, this.profile.arbos)) return await this.#runStylus(message, code)
      const result = await super.runInterpreter(message, opts)
      const made = result.returnValue
      if (create && !result.exceptionError && made[0] === 0xef && !isStylusCode(made, this.profile.arbos))
        return failed(message.gasLimit, arbitrumError(TEXT.invalidCode))
      return result
    } finally {
      this.#initCodeLimit = limited
      this.#opensBy = undefined // a call that was refused before its frame opened names nothing later
    }
  }

  async #runStylus(message: Message, code: Uint8Array): Promise<ExecResult> {
    const { context, profile, state } = this
    const limit = message.gasLimit
    const outOfGas = () => failed(limit, arbitrumError(OUT_OF_GAS))
    const params = stylusParams(state)
    const codeHash = this.#programs.codeHash(code)
    const status = programStatus(state, codeHash, params, context.block.timestamp)
    if (!status.ok) return failed(limit, arbitrumError(statusText(status)))

    const { program } = status
    const recent =
      profile.recentProgramCache && remember(context.recentPrograms, codeHash, params.blockCacheSize)
    const cached = program.isCached || recent
    const pages = pageGas(program.footprint, context.pages, params)
    const entry = entryGas(program, params, cached)
    const run: ProgramRun = {
      address: addressHex(message.to as Message['codeAddress']),
      codeHash,
      cached,
      entryGas: entry,
      pagesGas: pages,
      outcome: undefined,
      functionNames: undefined,
      gasLimit: limit,
      gasUsed: limit,
      inkPrice: params.inkPrice,
    }
    context.outermost ??= run
    if (profile.cumulativePageLimit && context.pages.open + program.footprint > params.pageLimit)
      return outOfGas()
    if (pages + entry > limit) return outOfGas()

    const openBefore = context.pages.open
    openPages(program.footprint, context.pages)
    const frames = context.openFrames
    const depth = frames.get(run.address) ?? 0
    if (!message.delegatecall) frames.set(run.address, depth + 1)
    const world = new FrameWorld(this, message, context, (frames.get(run.address) ?? 0) > 1)
    let outcome: ProgramOutcome
    try {
      const classic = () => classicCode(code, (a) => state.code(a))?.code ?? code
      const counts = this.#recording === 'totals' && run === context.outermost
      const found = counts
        ? this.#programs.getCounting(codeHash, classic)
        : this.#programs.get(codeHash, classic)
      const prepared = found instanceof Promise ? await found : found
      run.functionNames = prepared.report.functionNames
      outcome = await runProgram(prepared, world, limit - entry - pages, this.#suspender)
    } finally {
      context.pages.open = openBefore
      if (!message.delegatecall) frames.set(run.address, depth)
    }
    run.outcome = outcome
    for (const step of outcome.steps) context.steps.push(step)
    const result = this.#stylusResult(outcome, world, limit)
    run.gasUsed = result.executionGasUsed
    return result
  }

  #stylusResult(outcome: ProgramOutcome, world: FrameWorld, limit: bigint): ExecResult {
    if (!('output' in outcome) && outcome.kind !== 'trap')
      return failed(limit, arbitrumError(outcome.kind === 'outOfInk' ? OUT_OF_GAS : TEXT.outOfStack))
    let gasLeft = outcome.gasLeft
    if (outcome.kind === 'trap') return failed(limit - gasLeft, arbitrumError(REVERT))

    // returning data costs at least what the EVM charges for the memory it would have been in
    const words = BigInt(Math.ceil(outcome.output.length / 32))
    const evmCost = 3n * words + (words * words) / 512n
    if (evmCost > 0n) {
      if (limit < evmCost) return failed(limit, arbitrumError(OUT_OF_GAS))
      if (gasLeft > limit - evmCost) gasLeft = limit - evmCost
    }
    const used = limit - gasLeft
    if (outcome.kind === 'revert')
      return { ...failed(used, arbitrumError(REVERT)), returnValue: outcome.output }
    return {
      returnValue: outcome.output,
      executionGasUsed: used,
      logs: world.logs,
      selfdestruct: world.selfdestruct,
      createdAddresses: world.createdAddresses,
      gasRefund: world.gasRefund,
    }
  }
}

function failed(used: bigint, exceptionError: ExecResult['exceptionError']): ExecResult {
  return { returnValue: EMPTY, executionGasUsed: used, exceptionError, logs: [] }
}

function statusText(status: Exclude<ReturnType<typeof programStatus>, { ok: true }>): string {
  if (status.error === 'ProgramNotActivated') return 'error ProgramNotActivated()'
  if (status.error === 'ProgramExpired') return `error ProgramExpired(${status.age})`
  return `error ProgramNeedsUpgrade(${status.version}, ${status.wanted})`
}

/** True if the program was called before in this block; makes it the most recent either way. */
function remember(recent: string[], codeHash: string, size: number): boolean {
  const at = recent.indexOf(codeHash)
  if (at >= 0) recent.splice(at, 1)
  recent.push(codeHash)
  while (recent.length > size) recent.shift()
  return at >= 0
}

function hardforkName(profile: ArbosProfile): Hardfork {
  return { cancun: Hardfork.Cancun, prague: Hardfork.Prague, osaka: Hardfork.Osaka }[profile.hardfork]
}
