import { quantity } from '../bytes.ts'
import type { Chain } from '../chain/chain.ts'
import type { Executed } from '../chain/execute.ts'
import { RPC_GAS_CAP } from '../constants.ts'
import { type CallObject, callError, simulate } from './call.ts'
import { serverError } from './params.ts'

/** Relative width at which the search stops. */
const ERROR_RATIO = 0.015
const CALL_STIPEND = 2300n

/** `eth_estimateGas`: a run at the cap, one optimistic probe, then bisection (Stylus VM specification, 5.3). */
export async function estimateGas(
  chain: Chain,
  call: CallObject,
  overrides?: unknown,
): Promise<`0x${string}`> {
  let high = call.gas !== undefined && call.gas >= 21_000n && call.gas < RPC_GAS_CAP ? call.gas : RPC_GAS_CAP
  if (call.gasPrice > 0n) {
    const available = chain.state.balance(call.from) - call.value
    if (available < 0n) throw serverError('insufficient funds for transfer')
    const affordable = available / call.gasPrice
    if (affordable < high) high = affordable
  }
  const run = (gas: bigint) => simulate(chain, { ...call, gas }, overrides)
  const first = await run(high)
  if (first.result.exceptionError) {
    const error = callError(first.result)
    if (error.message === 'out of gas') throw serverError(`gas required exceeds allowance (${high})`)
    throw error
  }
  const fits = async (gas: bigint) => {
    try {
      return !(await run(gas)).result.exceptionError
    } catch (e) {
      if (e instanceof Error && /intrinsic gas too low/.test(e.message)) return false
      throw e
    }
  }
  let low = first.gasUsed - 1n
  const optimistic = ((maxUsed(first) + CALL_STIPEND) * 64n) / 63n
  if (optimistic < high) {
    if (await fits(optimistic)) high = optimistic
    else low = optimistic
  }
  while (low + 1n < high) {
    if (Number(high - low) / Number(high) < ERROR_RATIO) break
    let middle = (high + low) / 2n
    if (middle > low * 2n) middle = low * 2n
    if (await fits(middle)) high = middle
    else low = middle
  }
  return quantity(high)
}

/** Gas used before refunds. */
const maxUsed = (done: Executed): bigint => done.intrinsic + done.result.executionGasUsed
