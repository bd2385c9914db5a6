import { accountOf } from './accounts.ts'
import { genesisParams } from './arbos/params.ts'
import { arbosPrecompiles } from './arbos/precompiles/index.ts'
import { addMember } from './arbos/precompiles/owners.ts'
import { Chain, type Clock } from './chain/chain.ts'
import {
  ARBOS_ADDRESSES,
  DEV_ADDRESS,
  DEV_PRIVATE_KEY,
  GENESIS_BALANCE,
  TEST_PRIVATE_KEYS,
} from './constants.ts'
import { DevnodeError } from './errors.ts'
import { ArbitrumEvm } from './evm/arbitrumEvm.ts'
import { putPredeploys } from './predeploys/putPredeploys.ts'
import { ARBOS_PROFILES, DEFAULT_ARBOS } from './profiles.ts'
import { createRpc, type JsTracer, type Rpc } from './rpc/index.ts'
import { EMPTY_CODE_HASH, State } from './state/state.ts'
import type { SuspenderKind } from './stylus/program.ts'
import { type Decompress, ProgramCache } from './stylus/programCache.ts'

export interface DevnodeOptions {
  /** ArbOS version: 40, 51 (default), 59 or 60. */
  arbos?: number
  /** Production rules: no console imports, no start functions, no ArbDebug. */
  strict?: boolean
  /** How a program waits for another contract. */
  suspender?: SuspenderKind
  /** Unix seconds; tests fix it. */
  clock?: Clock
  /** Brotli decoder where Node's own is not there. */
  decompress?: Decompress
  /** Where the debug imports `console.*` print. */
  onConsole?: (line: string) => void
  /** Runs JavaScript tracers, which are code that a client sends. Absent: they are refused. */
  jsTracer?: JsTracer
  /** @internal `false`: without the contracts of `predeploys/`, as a nitro dev node is before `npm run node:prepare`. */
  predeploys?: boolean
}

/** A Stylus chain in this process. `request` is EIP-1193; `connect` is for those who want notifications too. */
export interface Devnode extends Rpc {
  readonly chain: Chain
  readonly arbos: number
  readonly strict: boolean
}

/** The same on any JavaScript engine: the brotli decoder has to be given. `createDevnode` gives Node's. */
export async function createCore(options: DevnodeOptions & { decompress: Decompress }): Promise<Devnode> {
  const arbos = options.arbos ?? DEFAULT_ARBOS
  const profile = ARBOS_PROFILES[arbos]
  if (!profile)
    throw new DevnodeError(
      `There is no profile for ArbOS ${arbos}. Use one of ${Object.keys(ARBOS_PROFILES).join(', ')}.`,
    )
  const debug = options.strict !== true
  const state = new State()
  const evm = new ArbitrumEvm({
    state,
    profile,
    programs: new ProgramCache(options.decompress, { arbos, debug }),
    precompiles: arbosPrecompiles(arbos, debug),
    suspender: options.suspender ?? 'auto',
  })
  genesis(state, arbos, debug)
  if (options.predeploys !== false) putPredeploys(state)
  const chain = new Chain(evm, options.clock)
  if (options.onConsole) chain.onConsole = options.onConsole
  return { chain, arbos, strict: !debug, ...createRpc(chain, options.jsTracer) }
}

function genesis(state: State, arbos: number, debug: boolean): void {
  const profile = ARBOS_PROFILES[arbos] as NonNullable<(typeof ARBOS_PROFILES)[number]>
  state.set(state.arbos, 'params', genesisParams(profile))
  addMember(state, 'chainOwners', DEV_ADDRESS.slice(2))
  for (const key of [DEV_PRIVATE_KEY, ...TEST_PRIVATE_KEYS])
    state.setAccount(accountOf(key), { nonce: 0n, balance: GENESIS_BALANCE, codeHash: EMPTY_CODE_HASH })
  for (const [name, address] of Object.entries(ARBOS_ADDRESSES))
    if (name !== 'NodeInterface' && (debug || name !== 'ArbDebug'))
      state.setCode(address.slice(2), new Uint8Array([0xfe]))
}
