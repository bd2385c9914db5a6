import type { Facts } from './facts.ts'
import { TRANSACTION } from './transaction.ts'

/** Seconds of a day. */
const DAY = 86_400
/** How many people ask, in the exhibit about crowds. */
export const CROWDS = [1_000, 100_000, 1_000_000] as const
/** How often each asks: enough for a wallet that looks at every signature. */
export const QUESTIONS_A_DAY = 10

/** One way to ask, by the gas that a question takes of the chain. */
export interface Way {
  id: string
  name: string
  gas: number
}

export interface Capacity extends Way {
  /** Questions in one transaction's worth of gas; 0 where one does not fit. */
  inLimit: number
  /** Questions a second at the chain's sustained target. */
  sustained: number
  /** The same at its burst target. */
  burst: number
  /** Millionths of an ether at the price floor. */
  microEther: number
  /** Share of the sustained target that each of `CROWDS` takes. */
  shares: number[]
}

/** Gas of each way to ask, from measured figures of the report. */
export interface ScaleInput {
  digits: { txCached: number; callCached: number; txUncached: number; yul?: number }
  million: { txGas: number }
  /** Whole transaction of lab 7: a proof, checked on chain. */
  proof: { tx: number }
}

/**
 * What a chain could answer if it did nothing else, and which share of it a crowd takes.
 *
 * @param input gas, measured here
 * @param facts gas a second and price floor, published by others
 */
export function scale({ digits, million, proof }: ScaleInput, facts: Facts) {
  const ways: Way[] = [
    { id: 'call', name: 'a call, cached', gas: digits.callCached },
    { id: 'tx', name: 'a transaction, cached', gas: digits.txCached },
    { id: 'txUncached', name: 'a transaction, not cached', gas: digits.txUncached },
    { id: 'proof', name: 'a proof, checked', gas: proof.tx },
    { id: 'million', name: 'the largest net', gas: million.txGas },
    ...(digits.yul === undefined ? [] : [{ id: 'yul', name: 'a call, in Yul', gas: digits.yul }]),
  ]
  const rows = ways.map((way): Capacity => {
    const perDay = way.gas * QUESTIONS_A_DAY
    return {
      ...way,
      inLimit: Math.floor(TRANSACTION.limit / way.gas),
      sustained: Math.floor(facts.sustainedGas.value / way.gas),
      burst: Math.floor(facts.burstGas.value / way.gas),
      microEther: Number(((way.gas * facts.floorGwei.value) / 1_000).toPrecision(3)),
      shares: CROWDS.map((people) =>
        Number(((people * perDay) / DAY / facts.sustainedGas.value).toPrecision(3)),
      ),
    }
  })
  const by = Object.fromEntries(rows.map((row) => [row.id, row]))
  /** People who fill the sustained target, each asking so often. */
  const fill = (gas: number) =>
    Number(((facts.sustainedGas.value * DAY) / (gas * QUESTIONS_A_DAY)).toPrecision(2))
  return {
    questionsADay: QUESTIONS_A_DAY,
    crowds: CROWDS,
    ways: rows,
    peopleWhoFill: { tx: fill(digits.txCached), call: fill(digits.callCached), proof: fill(proof.tx) },
    baseShare: TRANSACTION.base / digits.txCached,
    callsForOneTransaction: Math.floor(digits.txCached / digits.callCached),
    sustained: (by.tx as Capacity).sustained,
  }
}
