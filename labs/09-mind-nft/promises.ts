/** What the stable promises, and how the grader sees that a promise is broken. Five do not hold. */
import type { Hex } from 'viem'

// #region checklist
/** The checklist of the audit. Five do not hold. */
export const PROMISES = {
  owner: 'only who owns a mind can use it: train it, give it away, enter it, breed with it',
  unknown: 'a number that no mind has is refused',
  copy: 'no two minds have the same DNA',
  weight: 'training changes the weight that was named, and no other',
  fee: 'entering takes exactly the fee: whoever sends more or less keeps it',
  loop: 'however many enter, a race fits into a block: at most 16 minds run',
  draw: 'who wins does not depend on the moment in which somebody calls `race`',
  pot: 'a race pays out all that was paid in, once',
}
// #endregion checklist

export type Promised = keyof typeof PROMISES

export type Player = 'alice' | 'bob'

export type StableFunction = 'settle' | 'give' | 'train' | 'breed' | 'enter' | 'race'

/** One transaction. */
export interface Call {
  player: Player
  fn: StableFunction
  args: (number | string)[]
  /** Wei; `enter` sends the fee by itself. */
  value?: bigint
}

export interface Finding {
  promise: Promised
  calls: Call[]
}

/** What entering a mind takes, in wei. */
export const FEE = 1_000n

export function call(player: Player, fn: StableFunction, ...args: (number | string)[]): Call {
  return { player, fn, args, ...(fn === 'enter' ? { value: FEE } : {}) }
}

/** The same call several times. */
export function times(count: number, once: Call): Call[] {
  return Array.from({ length: count }, () => once)
}

/** Alice's minds, and Bob's. */
export const MINDS: { owner: Player; dna: Hex }[] = [
  { owner: 'alice', dna: `0x${'3a91c07e5d2b684f'.repeat(4)}` },
  { owner: 'alice', dna: `0x${'e1507bd2386c94fa'.repeat(4)}` },
  { owner: 'bob', dna: `0x${'09c4f17a82e65b3d'.repeat(4)}` },
]

/** What can be seen of a stable between two calls. */
export interface Seen {
  owners: string[]
  dnas: Hex[]
  racing: number
  balance: bigint
}

/** One call that was accepted, with what was before and after it. */
export interface Step {
  call: Call
  /** Addresses of the players. */
  players: Record<Player, string>
  before: Seen
  after: Seen
}

/** Why a promise is broken by what was seen, or undefined. `draw` is not in here: it takes a look at two futures. */
export const WATCH: Record<Exclude<Promised, 'draw'>, (step: Step) => string | undefined> = {
  owner: ({ call, players, before }) => {
    const used = { settle: [], race: [], give: [0], train: [0], enter: [0], breed: [0, 1] }[call.fn]
    const other = used.find((at) => {
      const owner = before.owners[Number(call.args[at])]
      return owner !== undefined && owner !== players[call.player]
    })
    return other === undefined
      ? undefined
      : `${call.player} used mind ${call.args[other]}, which is another’s`
  },
  unknown: ({ call, before }) => {
    const used = { settle: [], race: [], give: [0], train: [0], enter: [0], breed: [0, 1] }[call.fn]
    const none = used.find((at) => Number(call.args[at]) >= before.owners.length)
    return none === undefined ? undefined : `mind ${call.args[none]} does not exist, and was used`
  },
  copy: ({ after }) => {
    const second = after.dnas.findIndex((dna, id) => after.dnas.indexOf(dna) < id)
    return second < 0
      ? undefined
      : `minds ${after.dnas.indexOf(after.dnas[second]!)} and ${second} are the same`
  },
  weight: ({ call, before, after }) => {
    if (call.fn !== 'train') return undefined
    const [id, at] = call.args.map(Number) as [number, number]
    const changed = [...before.dnas[id]!.slice(2)].findIndex(
      (digit, index) => index !== at && digit !== after.dnas[id]![index + 2],
    )
    return changed < 0 ? undefined : `training weight ${at} changed weight ${changed}`
  },
  fee: ({ call, before, after }) =>
    call.fn === 'enter' && after.balance - before.balance !== FEE
      ? `entering took ${after.balance - before.balance} wei`
      : undefined,
  loop: ({ after }) => (after.racing > 16 ? `${after.racing} run in one race` : undefined),
  pot: ({ call, after }) =>
    call.fn === 'race' && after.balance !== 0n ? `${after.balance} wei stay after a race` : undefined,
}
