/** Tasks 9.1 and 9.2: what a mind thinks, and what it hands down. */
import { type Check, eachCase } from '@inkling/lab'
import { type Address, concatHex, type Hex, keccak256 } from 'viem'
import { childOf, mindModel, pictureOf, playOf, SITUATIONS, thoughtOf } from './mind.ts'
import { answerOf, CORE, fresh, inWords, mintAll, ORACLE, randomDna, short } from './scene.ts'

const LOWEST: Hex = `0x${'88'.repeat(32)}`

const HIGHEST: Hex = `0x${'77'.repeat(32)}`

const ZERO: Hex = `0x${'00'.repeat(32)}`

export const thoughts: Check = {
  id: '9.1/thoughts',
  task: '9.1',
  name: 'sums and score of any mind in any situation equal the reference',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const dnas = [ZERO, HIGHEST, LOWEST, ...Array.from({ length: 29 }, () => randomDna(ctx))]
    const cases = dnas.flatMap((dna) => SITUATIONS.map((situation) => ({ dna, situation })))
    await eachCase(ctx, cases, async ({ dna, situation }, at) => {
      const want = thoughtOf(mindModel(dna), ...situation)
      const got = answerOf(await ctx.call(steps, 'think', [dna, ...situation]))
      const opts = { ...at, oracle: ORACLE, where: CORE }
      const input = `mind ${dna.slice(0, 18)}…, my last move ${situation[0]}, theirs ${situation[1]}`
      const [sums, score] = Array.isArray(got) ? got : [got, got]
      ctx.expectEqual(Array.isArray(sums) ? sums.map(Number) : sums, want.sums, {
        ...opts,
        input: `${input}: the sums`,
      })
      ctx.expectEqual(typeof score === 'string' ? score : Number(score), want.score, {
        ...opts,
        input: `${input}: the score`,
      })
    })
  },
}

export const games: Check = {
  id: '9.1/tokens',
  task: '9.1',
  name: 'tokens play and draw themselves as the reference says',
  async run(ctx) {
    const contract = await fresh(ctx)
    const dnas = [ZERO, ...Array.from({ length: 5 }, () => randomDna(ctx))]
    await mintAll(ctx, contract, dnas)
    const pairs = dnas.flatMap((a, i) => dnas.map((b, j) => ({ a, b, i, j })))
    await eachCase(ctx, pairs, async ({ a, b, i, j }, at) => {
      const opts = { ...at, oracle: ORACLE, where: CORE }
      const points = answerOf(await ctx.call(contract, 'play', [i, j]))
      ctx.expectEqual(Array.isArray(points) ? points.map(Number) : points, playOf(a, b), {
        ...opts,
        input: `mind ${i} against mind ${j}`,
      })
      if (j > 0) return
      ctx.expectEqual(answerOf(await ctx.call(contract, 'pictureOf', [i])), pictureOf(a), {
        ...opts,
        input: `the picture of mind ${i}`,
      })
    })
  },
}

export const children: Check = {
  id: '9.2/child',
  task: '9.2',
  name: 'each weight of a child is that of the parent the hash names, but for one',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const cases: [Hex, Hex, Hex][] = [
      [LOWEST, HIGHEST, ZERO],
      [LOWEST, HIGHEST, `0x${'ff'.repeat(32)}`],
      [LOWEST, HIGHEST, `0x01${'00'.repeat(31)}`],
      [LOWEST, HIGHEST, `0x80${'00'.repeat(7)}ff0${'0'.repeat(45)}`],
    ]
    while (cases.length < 64) cases.push([randomDna(ctx), randomDna(ctx), randomDna(ctx)])
    await eachCase(ctx, cases, async ([a, b, chance], at) => {
      const want = childOf(a, b, chance)
      const got = answerOf(await ctx.call(steps, 'child', [a, b, chance]))
      const first = [...want].findIndex((digit, index) => digit !== String(got)[index])
      ctx.expectEqual(got, want, {
        ...at,
        input: `chance ${chance.slice(0, 22)}…${first < 2 ? '' : `; weight ${first - 2} is the first that differs`}`,
        oracle: ORACLE,
        where: CORE,
      })
    })
  },
}

export const litters: Check = {
  id: '9.2/breed',
  task: '9.2',
  name: 'two minds have the child that everybody can compute, once, and only for who may move both',
  async run(ctx) {
    const contract = await fresh(ctx)
    const [alice, bob] = ctx.accounts as [Address, Address]
    const [a, b, c] = [randomDna(ctx), randomDna(ctx), randomDna(ctx)]
    await mintAll(ctx, contract, [a, b])
    await mintAll(ctx, contract, [c], bob)
    const breed = async (mother: number, father: number, from: Address) =>
      inWords(await ctx.send(contract, 'breed', [mother, father], { from }))
    const opts = { where: CORE }
    ctx.expectEqual(await breed(0, 1, alice), 'accepted', { ...opts, input: 'alice breeds 0 and 1' })
    ctx.expectEqual(answerOf(await ctx.call(contract, 'dnaOf', [3])), childOf(a, b), {
      ...opts,
      input: 'the DNA of the child of 0 and 1',
      oracle: ORACLE,
    })
    const refused: [string, [number, number, Address], string][] = [
      ['0 and 1 again', [0, 1, alice], `DnaTaken(${childOf(a, b)})`],
      ['0 with itself', [0, 0, alice], 'SameMind(0)'],
      ['0 with bob’s 2', [0, 2, alice], `ERC721InsufficientApproval(${short(alice)}, 2)`],
      ['0 with 9, which does not exist', [0, 9, alice], 'ERC721NonexistentToken(9)'],
    ]
    for (const [input, args, want] of refused)
      ctx.expectEqual(await breed(...args), want, { ...opts, input: `alice breeds ${input}` })
    ctx.expectEqual(await breed(1, 0, alice), 'accepted', { ...opts, input: 'alice breeds 1 and 0' })
    await ctx.send(contract, 'setApprovalForAll', [alice, true], { from: bob })
    ctx.expectEqual(await breed(2, 0, alice), 'accepted', {
      ...opts,
      input: 'alice breeds bob’s 2 and 0, as bob’s operator',
    })
    const born = [childOf(b, a), childOf(c, a)]
    for (const [index, dna] of born.entries())
      ctx.expectEqual(answerOf(await ctx.call(contract, 'dnaOf', [4 + index])), dna, {
        ...opts,
        input: `the DNA of mind ${4 + index}`,
        oracle: ORACLE,
      })
    ctx.expectEqual(inWords(await ctx.send(contract, 'mint', [born[0]])), `DnaTaken(${born[0]})`, {
      ...opts,
      input: 'minting a DNA that a child has',
    })
    ctx.note(`chance is keccak256 of both: ${keccak256(concatHex([a, b])).slice(0, 18)}…, whatever the time`)
  },
}
