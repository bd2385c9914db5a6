/** Checks of the fixture that meet each kind of failure: what `test/golden.test.ts` grades with. */
import { type Check, outcomeInWords } from '@inkling/lab'

export const checks: Check[] = [
  {
    id: '7.1/double',
    task: '7.1',
    name: 'twice the number',
    async run(ctx) {
      const { double } = await ctx.module('answers.ts')
      for (const [i, value] of [0, 3, -4].entries()) {
        if (ctx.onlyCase !== undefined && ctx.onlyCase !== i) continue
        const input = `value = ${value}`
        ctx.expectEqual(double(value), 2 * value, {
          input,
          unit: 'LSB',
          oracle: 'arithmetic',
          case: i,
          cases: 3,
        })
      }
    },
  },
  {
    id: '7.2/halve',
    task: '7.2',
    name: 'half of each number',
    async run(ctx) {
      const { halve } = await ctx.module('answers.ts')
      if ((globalThis as { breakTheCheck?: boolean }).breakTheCheck === true) throw new Error('no such row')
      ctx.expectEqual(halve([4, 7, -3]), [2, 3, -1], {
        input: '[4, 7, -3]',
        unit: 'LSB',
        where: 'answers.ts',
      })
    },
  },
  {
    id: '7.3/answer',
    task: '7.3',
    name: 'the contract answers 42',
    async run(ctx) {
      const contract = await ctx.contract()
      const outcome = await ctx.call(contract, 'answer', [], { profile: true })
      const layer =
        ctx.seed === 99
          ? await ctx.firstLayer(contract, '0x01', [
              { name: 'input', want: [0] },
              { name: 'dense 1', want: [1, 2, 3] },
            ])
          : undefined
      ctx.expectEqual(outcomeInWords(outcome), 42, { input: 'answer()', oracle: 'the fixture', layer })
      ctx.metric('gas.answer', Number(outcome.gas), 'gas', {
        entry: (outcome.profile?.entry ?? 0) / 10_000,
        instructions: (outcome.profile?.instructions ?? 0) / 10_000,
      })
    },
  },
]
