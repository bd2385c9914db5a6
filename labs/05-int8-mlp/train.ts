/**
 * Trains both nets with tfjs and writes them as floats: `data/float-8x8.json`, `data/float-14x14.json`. The
 * committed files are what this program writes; nobody has to run it to do the lab.
 *
 *     npm run lab -- run labs/05-int8-mlp/train.ts            both nets
 *     npm run lab -- run labs/05-int8-mlp/train.ts 8x8        one of them
 *     npm run lab -- run labs/05-int8-mlp/train.ts --quick    a tenth of the epochs; writes nothing
 */
import { writeFile } from 'node:fs/promises'
import { argmax } from '@inkling/model'
import { joinRows, type Rows } from '@inkling/model/data'
import { augmentedRows } from '@inkling/model/recipes'
import { type FloatMlp, runFloat, trainMlp, useBackend } from '@inkling/model/train'
import { formatFloatNet } from './float-net.ts'
import { NETS, type NetPlan } from './nets.ts'

/** The same seed gives the same bits. */
export const SEED = 1

/**
 * Trains on these images; the net that comes out takes pixels as the data have them, not divided by the top.
 *
 * @param share of the plan's epochs.
 */
export async function trainNet(
  plan: NetPlan,
  images: Rows,
  share = 1,
  onEpoch: (epoch: number, epochs: number, loss: number) => void = () => {},
): Promise<FloatMlp> {
  const { top, hidden, limits, epochs, weightDecay } = plan
  const rowsOf = augmentedRows(images, {
    classes: 10,
    top,
    limits,
    seed: SEED,
    value: (pixel) => pixel / top,
  })
  const net = await trainMlp(rowsOf(0), {
    layers: [images.length, hidden, 10],
    epochs: Math.max(1, Math.round(share * epochs)),
    learningRate: 0.003,
    weightDecay,
    seed: SEED,
    batchSize: 100,
    averageEpochs: share < 1 ? 1 : 5,
    rowsOf,
    onEpoch: ({ epoch, epochs, loss }) => onEpoch(epoch, epochs, loss),
  })
  // w * (pixel / top) is (w / top) * pixel.
  const [first, ...rest] = net.layers
  return { layers: [{ ...first!, weights: first!.weights.map((w) => w / top) }, ...rest] }
}

/** Share of images that the float net labels right. */
export function floatAccuracy(net: FloatMlp, images: Rows): number {
  let right = 0
  for (let r = 0; r < images.rows; r++) {
    const logits = runFloat(net, images.x.subarray(r * images.length, (r + 1) * images.length)).at(-1)!.after
    if (argmax(Array.from(logits)) === images.y[r]) right++
  }
  return right / images.rows
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  const quick = words.includes('--quick')
  const names = words.filter((word) => word !== '--quick')
  const unknown = names.find((name) => !Object.hasOwn(NETS, name))
  if (unknown !== undefined) throw new Error(`there is no net ${unknown}: 8x8 or 14x14`)
  const plans = Object.values(NETS).filter(({ name }) => names.length === 0 || names.includes(name))
  await useBackend('wasm')
  for (const plan of plans) {
    const { train, validation, test } = plan.load()
    const share = quick ? 0.1 : 1
    console.log(
      `${plan.name}: ${joinRows(train, validation).rows} images, about ${Math.ceil(plan.seconds * share)} seconds`,
    )
    const started = performance.now()
    const net = await trainNet(plan, joinRows(train, validation), share, (epoch, epochs, loss) => {
      if (epoch % Math.ceil(epochs / 5) === 0 || epoch === epochs)
        console.log(`  epoch ${epoch} of ${epochs}, loss ${loss.toFixed(3)}`)
    })
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(
      `  ${seconds} s, ${(100 * floatAccuracy(net, test)).toFixed(2)} % of ${test.rows} held-out images`,
    )
    if (quick) console.log('  --quick: nothing is written; quantize.ts goes on from the committed weights')
    else await writeFile(new URL(`data/float-${plan.name}.json`, import.meta.url), formatFloatNet(net))
  }
}
