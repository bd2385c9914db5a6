/** Task 9.6: the rule is the learner's own. What is checked is what has to hold for any. */
import { type Check, type CheckContext, dearestCall, eachCase, recordInk } from '@inkling/lab'
import type { Address, Hex } from 'viem'
import { answerOf, CORE, fresh, mintAll, randomDna } from './scene.ts'

/** How many different scores random pairs have to get, at least. */
const DIFFERENT = 12

/** Of pairs in which one mind was replaced by another, how many have to get another score. */
const DEPENDS = 0.5

export const properties: Check = {
  id: '9.6/properties',
  task: '9.6',
  name: 'from 0 to 100, the same both ways, for any two minds',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const ends = ['00', '77', '88', 'ff', '0f', 'f0', '80', '7f'].map((byte): Hex => `0x${byte.repeat(32)}`)
    const pairs = ends.flatMap((a) => ends.map((b): [Hex, Hex] => [a, b]))
    while (pairs.length < 128) pairs.push([randomDna(ctx), randomDna(ctx)])
    await eachCase(ctx, pairs, async ([a, b], at) => {
      const opts = { ...at, where: CORE }
      const input = `minds ${a.slice(0, 14)}… and ${b.slice(0, 14)}…`
      const there = answerOf(await ctx.call(steps, 'fit', [a, b]))
      const inRange = typeof there === 'number' && there >= 0 && there <= 100
      ctx.expectTrue(inRange, `the score is ${there}; it has to be from 0 to 100`, { ...opts, input })
      ctx.expectEqual(answerOf(await ctx.call(steps, 'fit', [b, a])), there, {
        ...opts,
        input: `${input}, the other way round`,
        oracle: 'your own answer, the other way round',
      })
    })
  },
}

export const tells: Check = {
  id: '9.6/tells',
  task: '9.6',
  name: 'it tells pairs apart, and hears both minds',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const scoreOf = async (a: Hex, b: Hex) => answerOf(await ctx.call(steps, 'fit', [a, b]))
    const scores = new Set<unknown>()
    const changed = [0, 0]
    const pairs = 96
    for (let i = 0; i < pairs; i++) {
      const [a, b, c] = [randomDna(ctx), randomDna(ctx), randomDna(ctx)]
      const score = await scoreOf(a, b)
      scores.add(score)
      if ((await scoreOf(c, b)) !== score) changed[0]!++
      if ((await scoreOf(a, c)) !== score) changed[1]!++
    }
    ctx.expectTrue(
      scores.size >= DIFFERENT,
      `${pairs} random pairs get ${scores.size} different scores, at least ${DIFFERENT} are needed`,
      { where: CORE },
    )
    for (const [which, count] of changed.entries())
      ctx.expectTrue(
        count >= DEPENDS * pairs,
        `with another ${which === 0 ? 'first' : 'second'} mind the score changes in ${count} of ${pairs} pairs, ${DEPENDS * pairs} are needed`,
        { where: CORE },
      )
  },
}

export const steady: Check = {
  id: '9.6/steady',
  task: '9.6',
  name: 'whoever asks, whenever, hears the same, within the budget',
  async run(ctx) {
    const contract = await fresh(ctx)
    const dnas = Array.from(
      { length: 6 },
      (_, i): Hex => `0x${((31 * i + 7) % 256).toString(16).padStart(2, '0').repeat(32)}`,
    )
    await mintAll(ctx, contract, dnas)
    const [alice, bob] = ctx.accounts as [Address, Address]
    const ask = async (from: Address) => answerOf(await ctx.call(contract, 'score', [0, 3], { from }))
    const before = await ask(alice)
    await later(ctx)
    ctx.expectEqual(await ask(bob), before, {
      input: 'the same pair, from another account, later',
      where: CORE,
    })
    const pairs = dnas.flatMap((_, a) => dnas.map((_, b) => [a, b] as const))
    const worst = await dearestCall(ctx, contract, 'score', pairs)
    recordInk(ctx, 'score', worst)
    ctx.note(`cost: dearest of ${pairs.length} pairs`)
  },
}

/** A development chain's clock moves; other nodes have their own time. */
async function later(ctx: CheckContext): Promise<void> {
  if (ctx.engine.kind === 'embedded')
    await ctx.publicClient.request({ method: 'evm_increaseTime', params: [3_600] } as never)
}
