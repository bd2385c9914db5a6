import type { Chain } from '../chain/chain.ts'
import type { Executed } from '../chain/execute.ts'
import { RPC_GAS_CAP } from '../constants.ts'
import { callError, type SimulateOptions, simulate } from './call.ts'
import type { CallObject } from './callObject.ts'
import { serverError } from './params.ts'

/** Relative width at which the search stops. */
const ERROR_RATIO = 0.015
const CALL_STIPEND = 2300n
const TRANSFER_GAS = 21_000n

/** `eth_estimateGas`: a run at the cap, one optimistic probe, then bisection (Stylus VM specification, 5.3). */
export async function estimateGas(chain: Chain, call: CallObject, options: SimulateOptions): Promise<bigint> {
  const { state } = chain
  let high =
    call.gas !== undefined && call.gas >= TRANSFER_GAS && call.gas < RPC_GAS_CAP ? call.gas : RPC_GAS_CAP
  if (call.feeCap > 0n) {
    const balance = state.balance(call.from)
    if (call.value > 0n && call.value >= balance) throw serverError('insufficient funds for transfer')
    const affordable = (balance - call.value) / call.feeCap
    if (affordable < high) high = affordable
  }
  const run = (gas: bigint) => simulate(chain, { ...call, gas }, options)
  const fits = async (gas: bigint) => {
    try {
      return !(await run(gas)).result.exceptionError
    } catch (e) {
      if (e instanceof Error && /intrinsic gas too low/.test(e.message)) return false
      throw e
    }
  }
  // a transfer to an account without code needs no search
  if (call.data.length === 0 && call.to !== undefined && state.code(call.to).length === 0)
    if (high >= TRANSFER_GAS && (await fits(TRANSFER_GAS))) return TRANSFER_GAS

  const first = await run(high)
  if (first.result.exceptionError) {
    const error = callError(first.result)
    if (error.message === 'out of gas') throw serverError(`gas required exceeds allowance (${high})`)
    throw error
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
  return high
}

/** Gas used before refunds. */
const maxUsed = (done: Executed): bigint => done.intrinsic + done.result.executionGasUsed
