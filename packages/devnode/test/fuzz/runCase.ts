import { bytesToHex, concatBytes, hexToBytes } from '../../src/bytes.ts'
import { type Executed, type Execution, execute } from '../../src/chain/execute.ts'
import { ARBOS_ADDRESSES, DEV_ADDRESS } from '../../src/constants.ts'
import type { Devnode } from '../../src/devnode.ts'
import { createDevnode } from '../../src/node/createDevnode.ts'
import { profileOf } from '../../src/rpc/profile.ts'
import type { SuspenderKind } from '../../src/stylus/program.ts'
import type { TraceStep } from '../../src/stylus/world.ts'
import { AT } from './hostCalls.ts'
import type { WasmProgram } from './wasmBytes.ts'

const at = (byte: string) => byte.repeat(20)
/** The programs and an EVM contract that calls whatever its calldata names. */
export const PLACES = { first: at('a1'), second: at('b2'), evm: at('c3') }
const ADDRESSES = [
  PLACES.first,
  PLACES.second,
  PLACES.evm,
  ARBOS_ADDRESSES.ArbSys.slice(2),
  at('d4'),
  DEV_ADDRESS.slice(2),
]
const WORDS = ['0'.repeat(64), '1'.padStart(64, '0'), '3e8'.padStart(64, '0'), 'f'.repeat(64)]
const INIT_CODES = [
  '600a600c600039600a6000f3602a60005260206000f3', // returns code that returns 42
  '60ff60005260206000fd', // reverts with data
  '7f', // stops
]
/**
 * Adds one to a slot, emits a log, calls the address in the first 20 bytes of its calldata with the rest, stores
 * whether that succeeded, and returns what came back.
 */
const EVM_CODE =
  '60005460010160005560206000a0' + // sstore(0, sload(0) + 1); log0(0, 32)
  '36600060003760006000' + // calldatacopy(0, 0, calldatasize); out size, out offset
  '601436036014' + // in size, in offset
  '600060003560601c5a' + // value, address, gas: shifted to its place below
  'f1600155' + // call, sstore(1, ok)
  '3d600060003e3d6000f3'

/** What generated programs find in their memory. */
export function memoryImage(): WasmProgram['data'] {
  const image = (list: string[], size: number) => {
    const out = new Uint8Array(list.length * size)
    for (const [i, hex] of list.entries()) out.set(hexToBytes(hex), i * size)
    return out
  }
  return [
    { at: AT.addresses, bytes: image(ADDRESSES, 32) },
    { at: AT.words, bytes: image(WORDS, 32) },
    { at: AT.initCodes, bytes: image(INIT_CODES, 64) },
    { at: AT.messages, bytes: image([PLACES.second, PLACES.first], 32) },
  ]
}

/** Code as the fuzzed chains hold it: the module as it is, no brotli. */
const asCode = (wasm: Uint8Array) => concatBytes(hexToBytes('eff00000'), wasm)

export function fuzzChain(suspender: SuspenderKind): Promise<Devnode> {
  return createDevnode({ suspender, clock: () => 1_700_000_000n, decompress: (code) => code.slice(4) })
}

export interface Case {
  /** Wasm at `PLACES.first`, which is called, and at `PLACES.second`. */
  programs: [Uint8Array, Uint8Array]
  data: Uint8Array
  gas: bigint
  /** How host calls are recorded. */
  counting?: boolean
  tracing?: boolean
}

/** Everything that can be told of a run, in comparable form. */
export interface Observed {
  activated: boolean[]
  kind: string
  gasUsed: bigint
  output: string
  error: string | undefined
  logs: string[]
  refund: bigint
  trace: string
  state: string
}

export interface CaseResult {
  observed: Observed
  done: Executed
  data: Uint8Array
}

/** Puts the programs on a chain, activates and runs them, and takes everything back. */
export function runCase(
  { chain }: Devnode,
  { programs, data, gas, counting, tracing }: Case,
): Promise<CaseResult> {
  const { state, evm } = chain
  return state.isolated(async () => {
    const run = (to: string, data: Uint8Array, value: bigint, gasLimit: bigint): Promise<Executed> => {
      const execution: Execution = {
        from: DEV_ADDRESS.slice(2),
        to,
        data,
        value,
        gasLimit,
        gasPrice: 0n,
        hostGasPrice: 0n,
        accessList: [],
        authorizations: [],
        block: chain.nextBlockInfo(),
        recentPrograms: [],
        capped: false,
        console: () => {},
      }
      return execute(evm, execution)
    }
    const activated: boolean[] = []
    for (const [i, place] of [PLACES.first, PLACES.second].entries()) {
      state.setCode(place, asCode(programs[i] as Uint8Array))
      state.addBalance(place, 10_000n)
      const input = hexToBytes(`58c780c2${place.padStart(64, '0')}`)
      const { result } = await run(ARBOS_ADDRESSES.ArbWasm.slice(2), input, 10n ** 18n, 50_000_000n)
      activated.push(!result.exceptionError)
    }
    state.setCode(PLACES.evm, hexToBytes(EVM_CODE))
    state.addBalance(PLACES.evm, 10_000n)
    const go = () => run(PLACES.first, data, 7n, gas)
    const done = counting ? await evm.profiling(go) : tracing ? await evm.tracing(go) : await go()
    return { observed: observe(done, activated, stateDigest(state)), done, data }
  })
}

function stateDigest(state: Devnode['chain']['state']): string {
  const accounts = [...state.accounts].map(([a, r]) => `${a} ${r.nonce} ${r.balance} ${r.codeHash}`)
  const slots = [...state.storage].flatMap(([a, map]) =>
    [...map].map(([key, value]) => `${a}/${key} ${bytesToHex(value)}`),
  )
  return [...accounts.sort(), ...slots.sort()].join('\n')
}

function observe(done: Executed, activated: boolean[], state: string): Observed {
  const { result, context, gasUsed } = done
  return {
    activated,
    kind: context.outermost?.outcome?.kind ?? 'none',
    gasUsed,
    output: bytesToHex(result.returnValue),
    error: result.exceptionError && String(result.exceptionError.error),
    logs: (result.logs ?? []).map(([a, topics, d]) => [a, ...topics, d].map((b) => bytesToHex(b)).join(' ')),
    refund: result.gasRefund ?? 0n,
    trace: context.steps.map(stepText).join('\n'),
    state,
  }
}

function stepText(s: TraceStep): string {
  const inner = s.steps ? ` {${s.steps.map(stepText).join('; ')}}` : ''
  return `${s.name} ${bytesToHex(s.args)} ${bytesToHex(s.outs)} ${s.startInk} ${s.endInk}${inner}`
}

export const profileOfCase = ({ done, data }: CaseResult) => profileOf(done, data)
