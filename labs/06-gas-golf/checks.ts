/**
 * The checks of lab 6. Expected scores are computed by the TypeScript reference of `@inkling/model`, so nothing in here
 * gives an answer away.
 */
import { existsSync, readFileSync } from 'node:fs'
import { type CallOutcome, type Check, type CheckContext, deploysModel, measureDearest } from '@inkling/lab'
import { argmax, type LayerModel, loadModel, packU8, predict, unpackU8 } from '@inkling/model'
import { loadDigits8 } from '@inkling/model/data'
import { concatHex, type Hex } from 'viem'
import { sparseModel } from './sparse.ts'

const ORACLE = 'TypeScript reference'
const GOLF = 'contract/core/src/golf.rs'
/** Version of the steps build that computes nothing: what a call costs without a kernel. */
const NOTHING = 7
/** Images that the steps build takes in one call. */
const BATCH = 16
/** Share of the 450 held-out digits that the sparse net has to get right. */
const SPARSE_FLOOR = 0.97

/** One check for each kernel: every score of every input, then what it costs. */
function kernelChecks(version: number, name: string): Check[] {
  const task = `6.${version}`
  const where = `contract/core/src/v${version}.rs`
  const scores: Check = {
    id: `${task}/scores`,
    task,
    name: `kernel ${version}, ${name}: every score equals the reference`,
    async run(ctx) {
      const net = version === 6 ? (await theNets(ctx)).sparse : (await theNets(ctx)).model
      const inputs = await theInputs(ctx)
      const compare = (image: Input, at: number, got: unknown) =>
        ctx.expectEqual(got, predict(net, unpackU8(image.hex)).scores, {
          case: at,
          cases: inputs.length,
          input: image.says,
          oracle: ORACLE,
          where,
        })
      if (ctx.onlyCase !== undefined) {
        const image = inputs[ctx.onlyCase]
        if (image) compare(image, ctx.onlyCase, (await scoresOf(ctx, version, [image]))[0])
        return
      }
      for (let at = 0; at < inputs.length; at += BATCH) {
        const images = inputs.slice(at, at + BATCH)
        const got = await scoresOf(ctx, version, images)
        for (const [i, image] of images.entries()) compare(image, at + i, got[i])
      }
      ctx.note(`kernel ${version}: ${inputs.length} inputs, every score equals the ${ORACLE}`)
    },
  }
  const refuses: Check = {
    id: `${task}/pixels`,
    task,
    name: `kernel ${version} refuses a pixel above 16`,
    async run(ctx) {
      for (const pixel of [0, 7, 31, 63])
        for (const value of [17, 128, 255]) {
          const [got] = await scoresOf(ctx, version, [image(16, pixel, value)])
          ctx.expectEqual(got, 'reverts', { input: `an image whose pixel ${pixel} is ${value}`, where })
        }
    },
  }
  const cost: Check = {
    id: `${task}/cost`,
    task,
    name: `kernel ${version} stays within its budget`,
    async run(ctx) {
      const steps = await ctx.contract('steps')
      let most = 0n
      for (const { hex } of (await theInputs(ctx)).slice(-3)) {
        const inkOf = async (which: number) =>
          (await ctx.call(steps, 'kernel', [which, hex], { profile: true })).ink
        const [own, empty] = [await inkOf(version), await inkOf(NOTHING)]
        if (own === undefined || empty === undefined)
          return ctx.note('this node tells no ink: no cost measured')
        if (own - empty > most) most = own - empty
      }
      ctx.metric(`ink.v${version}`, Number(most), 'ink')
    },
  }
  return [scores, refuses, cost]
}

const isAccurate: Check = {
  id: '6.6/accuracy',
  task: '6.6',
  name: 'the sparse kernel still gets 97 % of the held-out digits right',
  async run(ctx) {
    const { x, y, rows, length } = loadDigits8().test
    let right = 0
    for (let at = 0; at < rows; at += BATCH) {
      const images = Array.from({ length: Math.min(BATCH, rows - at) }, (_, i) => ({
        hex: packU8([...x.subarray((at + i) * length, (at + i + 1) * length)]),
        says: `held-out digit ${at + i}`,
      }))
      for (const [i, got] of (await scoresOf(ctx, 6, images)).entries())
        if (Array.isArray(got) && argmax(got) === y[at + i]) right++
    }
    const words = `sparse: ${((100 * right) / rows).toFixed(2)} % of ${rows} held-out digits are right`
    ctx.metric('accuracy.sparse', right / rows, 'ratio')
    ctx.expectTrue(right / rows >= SPARSE_FLOOR, `${words}, at least ${100 * SPARSE_FLOOR} % are needed`)
    ctx.note(words)
  },
}

const labels: Check = {
  id: '6.6/label',
  task: '6.6',
  name: 'classify gives the label of the net of lab 5 on every input',
  async run(ctx) {
    const contract = await ctx.contract()
    const { model } = await theNets(ctx)
    const inputs = await theInputs(ctx)
    for (const [at, { hex, says }] of inputs.entries()) {
      if (ctx.onlyCase !== undefined && ctx.onlyCase !== at) continue
      const got = inWords(await ctx.call(contract, 'classify', [hex]), Number)
      ctx.expectEqual(got, predict(model, unpackU8(hex)).label, {
        case: at,
        cases: inputs.length,
        input: says,
        unit: 'label',
        oracle: ORACLE,
        where: GOLF,
      })
    }
    ctx.note(`classify: ${inputs.length} inputs, every label equals the ${ORACLE}`)
    if (yoursDiffers(model))
      ctx.note(
        'lab 5 has another 8x8 net by now; this lab goes on with the one in data/ (take-model.ts takes yours)',
      )
  },
}

const refuses: Check = {
  id: '6.6/errors',
  task: '6.6',
  name: 'classify reverts for wrong lengths and for pixels that cannot be',
  async run(ctx) {
    const contract = await ctx.contract()
    for (const length of [0, 1, 32, 63, 65, 96, 64 * 32])
      ctx.expectEqual(
        inWords(await ctx.call(contract, 'classify', [packU8(new Array(length).fill(1))])),
        'reverts',
        { input: `classify of ${length} bytes`, where: GOLF },
      )
    for (const pixel of [0, 7, 8, 30, 31, 63])
      for (const value of [17, 127, 128, 255]) {
        const got = inWords(await ctx.call(contract, 'classify', [image(pixel % 17, pixel, value).hex]))
        ctx.expectEqual(got, 'reverts', { input: `an image whose pixel ${pixel} is ${value}`, where: GOLF })
      }
  },
}

const costs: Check = {
  id: '6.6/classify',
  task: '6.6',
  name: 'classify stays within its budgets',
  async run(ctx) {
    const contract = await ctx.contract()
    const images = (await theInputs(ctx)).slice(-20).map(({ hex }) => hex)
    await measureDearest(ctx, contract, 'classify', images)
    ctx.note(`cost: worst of ${images.length} held-out digits`)
  },
}

const names = ['static arrays', 'const-stores', 'unrolled', 'lanes', 'Winograd', 'sparse']

export const checks: Check[] = [
  ...names.flatMap((name, at) => kernelChecks(at + 1, name)),
  isAccurate,
  labels,
  refuses,
  costs,
  deploysModel('6.6'),
]
export default checks

interface Input {
  hex: Hex
  /** In words, for whoever has to find the mistake. */
  says: string
}

/** The net's test vectors, random images of this seed, and held-out digits, in this order. */
async function theInputs(ctx: CheckContext): Promise<Input[]> {
  const { x, length } = loadDigits8().test
  const { input } = await ctx.vectors('model')
  const random = Array.from({ length: 60 }, () =>
    Array.from({ length: 64 }, () => Math.floor(17 * ctx.rng())),
  )
  return [
    ...input.map((hex, at) => ({ hex, says: `test vector ${at}: ${rowInWords([...unpackU8(hex)])}` })),
    ...random.map((row) => ({ hex: packU8(row), says: rowInWords(row) })),
    ...Array.from({ length: 40 }, (_, at) => ({
      hex: packU8([...x.subarray(at * length, (at + 1) * length)]),
      says: `held-out digit ${at}`,
    })),
  ]
}

/** `all pixels 0 but pixel 5, which is 16`, or all of them. */
function rowInWords(row: number[]): string {
  const most = row.filter((value) => value === row[0]).length > 1 ? row[0]! : row[1]!
  const others = row.flatMap((value, pixel) => (value === most ? [] : [{ value, pixel }]))
  if (others.length === 0) return `all pixels ${most}`
  if (others.length === 1)
    return `all pixels ${most} but pixel ${others[0]!.pixel}, which is ${others[0]!.value}`
  return `pixels ${row.join(' ')}`
}

/** All pixels of one value but one. */
function image(all: number, pixel: number, value: number): Input {
  const row = new Array<number>(64).fill(all)
  row[pixel] = value
  return { hex: packU8(row), says: `pixel ${pixel} = ${value}` }
}

/** A kernel's scores for some images: ten numbers each, or in words why there are none. */
async function scoresOf(ctx: CheckContext, version: number, images: Input[]): Promise<unknown[]> {
  const steps = await ctx.contract('steps')
  const hex = concatHex(images.map((image) => image.hex))
  const got = inWords(await ctx.call(steps, 'kernel', [version, hex]), (value) => {
    const bytes = Buffer.from((value as Hex).slice(2), 'hex')
    return images.map((_, at) => Array.from({ length: 10 }, (_, o) => bytes.readInt32LE(40 * at + 4 * o)))
  })
  return Array.isArray(got) ? got : images.map(() => got)
}

/** Nets by the text of their file: a diagnosis asks about many cases, and makes them once. */
const nets = new Map<string, { model: LayerModel; sparse: LayerModel }>()

async function theNets(ctx: CheckContext): Promise<{ model: LayerModel; sparse: LayerModel }> {
  const text = await ctx.text('data/model.json')
  const model = (nets.get(text)?.model ?? loadModel(text)) as LayerModel
  const found = nets.get(text) ?? { model, sparse: sparseModel(model) }
  nets.set(text, found)
  return found
}

/** Whether the 8x8 net of lab 5 is another than the one of this lab. */
function yoursDiffers(model: LayerModel): boolean {
  const path = new URL('../../labs/05-int8-mlp/data/model-8x8.json', import.meta.url)
  return existsSync(path) && !readFileSync(path, 'utf8').includes(model.sha256)
}

function inWords(outcome: CallOutcome, decode: (value: unknown) => unknown = (value) => value): unknown {
  if (outcome.revert !== undefined) return 'reverts'
  if (outcome.trap !== undefined)
    return outcome.trap.startsWith('no result') ? 'reverts' : `stops: ${outcome.trap}`
  return decode(outcome.value)
}
