import { type Abi, type Address, encodeFunctionData, type Hex, type PublicClient } from 'viem'
import { EnvironmentError } from '../errors.ts'
import type { CallOptions, CallOutcome, CallProfile, DeployedContract } from '../types.ts'
import { decodeRevert, decodeValue } from './decode.ts'
import type { OpenEngine } from './open.ts'
import { probeCallGas, probeInitCode, readProbe } from './probe.ts'

/** Gas offered to a call. A contract that never ends runs out of it within a second or two. */
export const CALL_GAS = 25_000_000n

/** Answer of `stylus_profile`. */
interface ProfileAnswer {
  gasUsed: Hex
  ink: number
  parts: CallProfile
  ok: boolean
  returnData: Hex
  trap?: string
  frameGas: number
  functions?: FunctionInk[]
}

/** What one function of a program spent on its own instructions. */
export interface FunctionInk {
  /** Index in the module, imports counted. */
  index: number
  name: string
  ink: number
}

/** Functions of a profiled call, beside the outcome: a check has no use for them, `lab golf` has. */
export const functionsOf = new WeakMap<CallOutcome, FunctionInk[]>()

/** A node that stopped answering is the environment's fault, never the learner's. */
export function nodeFailure(error: unknown): EnvironmentError | undefined {
  for (
    let e = error as { name?: string; cause?: unknown } | undefined;
    e !== undefined && e !== null;
    e = e.cause as typeof e
  ) {
    if (e.name === 'HttpRequestError' || e.name === 'TimeoutError' || e.name === 'WebSocketRequestError') {
      return new EnvironmentError('the node stopped answering', {
        remedy: 'is it still running? Start it and try again',
        cause: error,
      })
    }
    if (!(e instanceof Error)) break
  }
  return undefined
}

const outOfInk = (gas: bigint) =>
  `out of ink: all ${gas.toLocaleString('en-US')} gas of the call were used (an endless loop does that)`

/** What the engine calls a trap, and what a Rust programmer knows it as. */
function trapInWords(trap: string, gasLimit: bigint): string {
  if (/out of ink/i.test(trap)) return outOfInk(gasLimit)
  if (/^unreachable/i.test(trap))
    return 'panic (wasm unreachable): index out of bounds, overflow, unwrap or an explicit panic'
  return trap
}

async function profile(
  client: PublicClient,
  call: { to: Hex; data: Hex; from?: Address },
  gas: bigint,
): Promise<ProfileAnswer> {
  return (await client.request({
    method: 'stylus_profile',
    params: [{ ...call, gas: `0x${gas.toString(16)}` }, 'latest'],
  } as never)) as ProfileAnswer
}

/**
 * Runs the probe inside an `eth_call`. As init code of a contract that is never created, the callee sees an
 * address nobody knows as its caller; put in the place of an account's code (a state override, for this call
 * only), it sees that account.
 */
async function runProbe(
  client: PublicClient,
  to: Hex,
  data: Hex,
  gasLimit: bigint,
  from: Address | undefined,
): Promise<Hex> {
  const code = probeInitCode(to, data, gasLimit)
  const gas = `0x${probeCallGas(data, gasLimit).toString(16)}`
  const params =
    from === undefined
      ? [{ data: code, gas }, 'latest']
      : [{ to: from, gas, data: '0x' }, 'latest', { [from]: { code } }]
  return (await client.request({ method: 'eth_call', params } as never)) as Hex
}

/**
 * One read. Gas comes from the EVM probe on every engine; ink, its split and the words for a trap from
 * `stylus_profile` where the node has it.
 *
 * The callee sees the probe as its caller, unless `from` says who calls.
 */
export async function callContract(
  open: OpenEngine,
  contract: DeployedContract,
  fn: string,
  args: readonly unknown[] = [],
  opts: CallOptions & { gas?: bigint } = {},
): Promise<CallOutcome> {
  const data = encodeFunctionData({ abi: contract.abi as Abi, functionName: fn, args } as never)
  const gasLimit = opts.gas ?? CALL_GAS
  let probe: ReturnType<typeof readProbe>
  try {
    probe = readProbe(await runProbe(open.publicClient, contract.address, data, gasLimit, opts.from))
  } catch (error) {
    throw nodeFailure(error) ?? error
  }

  const outcome: CallOutcome = { gas: probe.gas }
  const silent = !probe.success && probe.returnData === '0x'
  if (open.profiles && (opts.profile === true || silent)) {
    const call = { to: contract.address, data, ...(opts.from === undefined ? {} : { from: opts.from }) }
    const answer = await profile(open.publicClient, call, gasLimit)
    outcome.ink = BigInt(answer.ink)
    outcome.profile = answer.parts
    if (answer.functions !== undefined) functionsOf.set(outcome, answer.functions)
    if (answer.trap !== undefined && !probe.success) outcome.trap = trapInWords(answer.trap, gasLimit)
    // Neither a trap nor data: the program chose to revert and said nothing.
    else if (silent && !answer.ok) outcome.revert = { data: '0x' }
  }
  let returnData = probe.returnData
  if (probe.truncated) {
    const full = await open.publicClient.call({
      to: contract.address,
      data,
      gas: gasLimit,
      ...(opts.from === undefined ? {} : { account: opts.from }),
    })
    returnData = full.data ?? '0x'
  }
  if (probe.success) {
    const decoded = decodeValue(contract.abi, fn, returnData)
    if (decoded.ok) outcome.value = decoded.value
    else outcome.trap = decoded.reason
  } else if (returnData !== '0x') {
    outcome.revert = decodeRevert(contract.abi, returnData)
  } else if (outcome.trap === undefined && outcome.revert === undefined) {
    outcome.trap =
      probe.gas >= gasLimit
        ? outOfInk(gasLimit)
        : 'no result and no data: a panic (index out of bounds, overflow, unwrap) or a revert without data'
  }
  return outcome
}
