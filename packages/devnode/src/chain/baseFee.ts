import { MIN_BASE_FEE } from '../constants.ts'
import type { State } from '../state/state.ts'

/** Gas per second that the chain absorbs without its price rising. */
const SPEED_LIMIT = 7_000_000n
const TOLERANCE_SECONDS = 10n
const INERTIA = 102n
const BIPS = 10_000n

const backlogOf = (state: State): bigint => (state.arbos.get('gasBacklog') as bigint | undefined) ?? 0n
const minimum = (state: State): bigint =>
  (state.arbos.get('minBaseFee') as bigint | undefined) ?? MIN_BASE_FEE

function drained(backlog: bigint, seconds: bigint): bigint {
  const gone = seconds * SPEED_LIMIT
  return backlog > gone ? backlog - gone : 0n
}

/** L2 base fee, wei, `seconds` after the last block: the minimum until the backlog exceeds ten seconds of gas. */
export function baseFeeAt(state: State, seconds: bigint): bigint {
  const excess = drained(backlogOf(state), seconds) - TOLERANCE_SECONDS * SPEED_LIMIT
  if (excess <= 0n) return minimum(state)
  return (minimum(state) * expBips((excess * BIPS) / (INERTIA * SPEED_LIMIT))) / BIPS
}

/** Adds used gas to the backlog after letting `seconds` drain it. */
export function spendGas(state: State, gas: bigint, seconds = 0n): void {
  state.set(state.arbos, 'gasBacklog', drained(backlogOf(state), seconds) + gas)
}

/** e^x in bips by four terms of its series, as the chain's L2 pricer computes it. */
function expBips(x: bigint): bigint {
  let r = BIPS + x / 4n
  for (let i = 3n; i >= 1n; i--) r = BIPS + (r * x) / (i * BIPS)
  return r
}
