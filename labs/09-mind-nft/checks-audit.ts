/** Task 9.5: each finding breaks its promise on the stable, and none on the mended one. */
import type { Check, CheckContext, DeployedContract } from '@inkling/lab'
import { type Address, encodeFunctionData, type Hex, numberToHex } from 'viem'
import {
  type Call,
  type Finding,
  MINDS,
  type Player,
  PROMISES,
  type Promised,
  type Seen,
  WATCH,
} from './promises.ts'
import { fresh, inWords } from './scene.ts'

const AUDIT = 'audit.ts'

/** How many of the promises do not hold. */
const BROKEN = 5

export const audit: Check = {
  id: '9.5/findings',
  task: '9.5',
  name: 'your calls break five promises of the stable, and none of the mended one',
  async run(ctx) {
    const { findings } = await ctx.module(AUDIT)
    const list = findings() as Finding[]
    const broken = new Set<Promised>()
    for (const [index, finding] of list.entries()) {
      if (ctx.onlyCase !== undefined && ctx.onlyCase !== index) continue
      const at = { case: index, cases: list.length, where: AUDIT }
      const said = describe(finding)
      const known = finding.promise in PROMISES
      ctx.expectTrue(known, `there is no promise \`${finding.promise}\` in promises.ts`, {
        ...at,
        input: said,
      })
      const flawed = await breach(ctx, finding, false)
      ctx.expectTrue(
        flawed.broken !== undefined,
        `the stable keeps the promise \`${finding.promise}\`: ${flawed.says}`,
        {
          ...at,
          input: said,
        },
      )
      const mended = await breach(ctx, finding, true)
      ctx.expectTrue(
        mended.broken === undefined,
        `the mended stable breaks the promise \`${finding.promise}\` too: ${mended.broken}`,
        { ...at, input: said },
      )
      broken.add(finding.promise)
      ctx.note(`${finding.promise}: ${flawed.broken}`)
    }
    if (ctx.onlyCase === undefined)
      ctx.expectEqual(broken.size, BROKEN, {
        input: `broken promises that you found: ${[...broken].join(', ')}`,
        where: AUDIT,
      })
  },
}

export const kept: Check = {
  id: '9.5/mended',
  task: '9.5',
  name: 'the mended stable still does all that an honest player needs',
  async run(ctx) {
    const stable = await setUp(ctx, true)
    const honest: [string, Call][] = [
      ['train', { player: 'alice', fn: 'train', args: [0, 5, 9] }],
      ['breed', { player: 'alice', fn: 'breed', args: [0, 1] }],
      ['enter', { player: 'alice', fn: 'enter', args: [0], value: 1_000n }],
      ['enter', { player: 'bob', fn: 'enter', args: [2], value: 1_000n }],
      ['race', { player: 'bob', fn: 'race', args: [] }],
      ['enter again', { player: 'bob', fn: 'enter', args: [2], value: 1_000n }],
      ['give', { player: 'bob', fn: 'give', args: [2, ctx.accounts[0]!] }],
    ]
    for (const [input, one] of honest)
      ctx.expectEqual(await make(ctx, stable, one), 'accepted', { input: `${one.player}: ${input}` })
  },
}

interface Breach {
  /** How the promise was broken. */
  broken?: string
  /** What came of the calls. */
  says: string
}

/** Makes the calls on a fresh stable and looks whether the promise holds. */
async function breach(ctx: CheckContext, finding: Finding, mended: boolean): Promise<Breach> {
  const stable = await setUp(ctx, mended)
  const players = playersOf(ctx)
  let says = 'every call was accepted, and nothing that it forbids happened'
  for (const one of finding.calls) {
    if (finding.promise === 'draw' && one.fn === 'race') continue
    const before = await look(ctx, stable)
    const outcome = await make(ctx, stable, one)
    if (outcome !== 'accepted') {
      says = `${one.player}: ${one.fn}(${one.args.join(', ')}) is refused${outcome === 'refused' ? '' : `: ${outcome}`}`
      continue
    }
    if (finding.promise === 'draw') continue
    const broken = WATCH[finding.promise]({ call: one, players, before, after: await look(ctx, stable) })
    if (broken !== undefined) return { broken, says }
  }
  if (finding.promise !== 'draw') return { says }
  const winners = await winnersAt(ctx, stable)
  if (winners[0] === NOBODY) return { says: 'nobody has entered, and so nobody wins' }
  if (new Set(winners).size === 1) return { says: `mind ${winners[0]} wins, whatever the time` }
  return { broken: `with each second another wins: ${winners.join(', ')}`, says }
}

const NOBODY = 'nobody'

/** Who would win, were `race` called in each of the next seconds. Nothing is changed by asking. */
async function winnersAt(ctx: CheckContext, stable: DeployedContract): Promise<string[]> {
  const { timestamp } = await ctx.publicClient.getBlock()
  const data = encodeFunctionData({ abi: stable.abi, functionName: 'race' } as never)
  const call = { from: ctx.accounts[1], to: stable.address, data }
  const winners: string[] = []
  for (let later = 1n; later <= 4n; later++) {
    try {
      const answer = await ctx.publicClient.request({
        method: 'eth_call',
        params: [call, 'latest', {}, { time: numberToHex(timestamp + later) }],
      } as never)
      winners.push(String(BigInt(answer as Hex)))
    } catch {
      winners.push(NOBODY)
    }
  }
  return winners
}

async function setUp(ctx: CheckContext, mended: boolean): Promise<DeployedContract> {
  const stable = await fresh(ctx, 'steps')
  if (mended) await ctx.send(stable, 'mend')
  for (const { owner, dna } of MINDS) await make(ctx, stable, { player: owner, fn: 'settle', args: [dna] })
  return stable
}

async function make(ctx: CheckContext, stable: DeployedContract, one: Call): Promise<string> {
  const from = playersOf(ctx)[one.player]
  if (from === undefined) return `there is no player ${one.player}`
  try {
    encodeFunctionData({ abi: stable.abi, functionName: one.fn, args: one.args } as never)
  } catch (error) {
    const { shortMessage, message } = error as { shortMessage?: string; message: string }
    return `it cannot be sent: ${(shortMessage ?? message).split('\n')[0]}`
  }
  if (one.value === undefined) return inWords(await ctx.send(stable, one.fn, one.args, { from }))
  // The reason of a revert is asked for without the money, and would be another one.
  const { status } = await ctx.send(stable, one.fn, one.args, { from, value: one.value })
  return status === 'success' ? 'accepted' : 'refused'
}

function playersOf(ctx: CheckContext): Record<Player, Address> {
  return { alice: ctx.accounts[0]!, bob: ctx.accounts[1]! }
}

async function look(ctx: CheckContext, stable: DeployedContract): Promise<Seen> {
  const { value } = await ctx.call(stable, 'seen')
  const [owners, dnas, racing] = value as [string[], Hex[], bigint]
  const balance = await ctx.publicClient.getBalance({ address: stable.address })
  return { owners, dnas, racing: Number(racing), balance }
}

function describe({ promise, calls }: Finding): string {
  const [first] = calls
  if (first === undefined) return `${promise}: no calls`
  const more = calls.length === 1 ? '' : ` and ${calls.length - 1} more`
  return `${promise}: ${first.player}: ${first.fn}(${first.args.join(', ')})${more}`
}
