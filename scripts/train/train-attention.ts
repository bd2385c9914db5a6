/**
 * Trains the one-layer transformer of names and writes its file and metrics into packages/model/models: two to five
 * minutes. Its format is its own (`inkling-attention/1`), so `npm run train:all` leaves it alone.
 *
 *   node scripts/train/train-attention.ts            with the committed settings
 *   node scripts/train/train-attention.ts --try      prints what validation says, writes nothing
 */
import { writeFileSync } from 'node:fs'
import {
  attentionFile,
  attentionRows,
  judgeAttention,
  trainAttention,
} from '../../packages/model/src/names/attention/training.ts'
import { nameSplits } from '../../packages/model/src/names/index.ts'
import { useBackend } from '../../packages/model/src/train/index.ts'
import { trainingEnvironment } from './environment.ts'

const NAME = 'names-attention'
/** Chosen by the validation names. */
const SETTINGS = {
  width: 48,
  heads: 4,
  hidden: 64,
  epochs: 40,
  quantizedEpochs: 10,
  learningRate: 0.01,
  quantizedRate: 0.0015,
  batchSize: 64,
  weightDecay: 1e-4,
  dropout: 0,
  averageEpochs: 2,
  seed: 1,
}

await useBackend('wasm')
const { train, validation, test } = nameSplits()
const start = performance.now()
const net = await trainAttention(attentionRows(train), {
  ...SETTINGS,
  onEpoch: ({ epoch, epochs, loss }) => console.log(`epoch ${epoch} of ${epochs}: ${loss.toFixed(4)} nats`),
})
const file = attentionFile(net, NAME, {
  data: 'packages/model/data/names-female.txt and names-male.txt, without doubles, hyphens and spaces',
  names: train.length,
  method: `one layer, ${SETTINGS.heads} heads; ${SETTINGS.epochs} epochs float, ${SETTINGS.quantizedEpochs} quantization-aware`,
  seed: SETTINGS.seed,
})
const validationNats = judgeAttention(net, validation).nats
console.log(`${validationNats.toFixed(4)} nats a symbol of the validation names`)
if (!process.argv.includes('--try')) {
  const held = judgeAttention(net, test)
  const metrics = {
    sha256: file.sha256,
    accuracy: held.accuracy,
    nats: held.nats,
    validationNats,
    trainNats: judgeAttention(net, train).nats,
    width: SETTINGS.width,
    heads: SETTINGS.heads,
    hidden: SETTINGS.hidden,
    weights: Object.values(file.matrices).reduce((sum, { shape }) => sum + shape[0]! * shape[1]!, 0),
    names: train.length,
    heldOutNames: test.length,
    heldOutSteps: held.steps,
    seconds: Math.round((performance.now() - start) / 100) / 10,
    environment: trainingEnvironment(),
  }
  const folder = new URL('../../packages/model/models/', import.meta.url)
  writeFileSync(new URL(`${NAME}.net.json`, folder), `${JSON.stringify(file, null, 1)}\n`)
  writeFileSync(new URL(`${NAME}.metrics.json`, folder), `${JSON.stringify(metrics, null, 2)}\n`)
  console.log(`${held.nats.toFixed(4)} nats a symbol of the names held out`)
}
