/**
 * The checks of lab 0: the same model twice, first from the committed artefact, which needs no Rust, then
 * from a build of its own source. Both must equal the TypeScript reference.
 */
import type { CallOutcome, Check, CheckContext, DeployedContract } from '@inkling/lab'
import { packU8, predictTree, type TreeModel, unpackU8 } from '@inkling/model'
import type { Hex } from 'viem'

/** Two sites, told in the words of the data: 0 the worrying answer, 2 the reassuring one. */
const SITES: [string, number[]][] = [
  ['a shop that has been there for years', [2, 2, 2, 2, 2, 1, 1, 2, 0]],
  ['a "wallet update" page with a form that goes nowhere', [0, 0, 0, 1, 1, 1, 2, 0, 0]],
]

const predicts: Check = {
  id: '0.1/prediction',
  task: '0.1',
  name: 'the committed contract predicts what the reference predicts',
  async run(ctx) {
    const model = (await ctx.model()) as TreeModel
    const contract = await ctx.contract('prebuilt')
    for (const [words, site] of SITES) {
      const hex = packU8(site)
      const { value } = await ctx.call(contract, 'scores', [hex])
      const label = (await ctx.call(contract, 'classify', [hex])).value
      const scores = (value as number[] | undefined)
        ?.map((score, i) => `${model.output.labels[i]} ${score}`)
        .join(', ')
      ctx.note(`${words}: ${(model.output.labels[Number(label)] ?? 'no answer').toUpperCase()} (${scores})`)
    }
    await agree(ctx, model, contract)
  },
}

const builds: Check = {
  id: '0.1/build',
  task: '0.1',
  name: 'the same source, built here, predicts the same',
  async run(ctx) {
    const model = (await ctx.model()) as TreeModel
    const contract = await ctx.contract()
    await agree(ctx, model, contract)
    const outcome = await ctx.call(contract, 'classify', [packU8(SITES[0]![1])], { profile: true })
    // Activation is per code hash: where this machine's build equals the committed one, that one paid.
    const { activation } = contract.activation.gasUsed > 0n ? contract : await ctx.contract('prebuilt')
    for (const line of priceInWords(outcome, { ...contract, activation })) ctx.note(line)
  },
}

export const checks: Check[] = [predicts, builds]
export default checks

/** Labels, scores and the model's hash equal the reference on the first 40 vectors; bad input is refused. */
async function agree(ctx: CheckContext, model: TreeModel, contract: DeployedContract): Promise<void> {
  const where = `${contract.build} build`
  ctx.expectEqual((await ctx.call(contract, 'modelHash')).value, `0x${model.sha256}`, {
    input: 'modelHash()',
    where,
  })
  const { input } = await ctx.vectors('model')
  const rows: Hex[] = [...SITES.map(([, site]) => packU8(site)), ...input.slice(0, 40)]
  for (const [i, hex] of rows.entries()) {
    if (ctx.onlyCase !== undefined && ctx.onlyCase !== i) continue
    const want = predictTree(model, unpackU8(hex))
    const opts = { input: hex, oracle: 'TypeScript reference', where, case: i, cases: rows.length }
    ctx.expectEqual((await ctx.call(contract, 'classify', [hex])).value, want.label, {
      ...opts,
      unit: 'label',
    })
    ctx.expectEqual((await ctx.call(contract, 'scores', [hex])).value, want.scores, opts)
  }
  const short = await ctx.call(contract, 'classify', ['0x0102'])
  ctx.expectEqual(short.revert?.name, 'WrongLength', { input: 'two bytes', where })
}

/** One call's price: what it costs to get in, and what it costs to think. */
function priceInWords(outcome: CallOutcome, contract: DeployedContract): string[] {
  const n = (value: number | bigint) => value.toLocaleString('en-US')
  const size = `size   ${n(contract.code.length)} bytes on chain (the limit is 24,576), ${n(contract.wasm.length)} as wasm`
  const activation = contract.activation.gasUsed
  const paid =
    activation === 0n
      ? 'was active already'
      : `${n(activation)} gas, once, and a fee of ${n(contract.activation.dataFee)} wei`
  if (outcome.ink === undefined)
    return [`price  ${n(outcome.gas)} gas a call; ink is not available on this node`, size, `active ${paid}`]
  const run = (outcome.ink + 9_999n) / 10_000n
  return [
    `price  ${n(outcome.gas)} gas a call: ${n(outcome.gas - run)} to get in, ${n(run)} to run`,
    `ink    ${n(outcome.ink)} to run; 10,000 ink are 1 gas`,
    size,
    `active ${paid}`,
  ]
}
