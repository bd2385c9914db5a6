/**
 * `npm run bench:mind` measures what a mind in an NFT is made of: names and portraits as raw contracts on the embedded
 * devnode, every answer compared with TypeScript's. Writes docs/data/bench-mind.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from './bench/environment.ts'
import { benchMind } from './bench/mind.ts'
import { root } from './bootstrap/paths.mjs'
import { startProgress } from './bootstrap/progress.mjs'

const progress = startProgress('Measuring names and portraits')
const metrics = (name: string) =>
  JSON.parse(readFileSync(join(root, `packages/model/models/${name}.metrics.json`), 'utf8')) as {
    nats: number
  }
const model = metrics('names-48-64-27')
const transformer = metrics('names-attention')
try {
  const { arbos, name, attention, portrait } = await benchMind(progress.detail)
  progress.end()
  const report = {
    environment: await environment(arbos),
    model,
    transformer: { ...transformer, natsLess: round(model.nats - transformer.nats, 4) },
    name,
    attention: { ...attention, timesGas: round(attention.inkMean / name.inkMean, 1) },
    portrait,
  }
  writeFileSync(join(root, 'docs/data/bench-mind.json'), `${JSON.stringify(report, null, 2)}\n`)
  console.log(
    `names     ${name.gasMean} gas on average, ${name.gasHighest} at most; call ${name.callGasCached} cached; ${name.codeBytes} bytes`,
  )
  console.log(
    `by attention ${attention.gasMean} gas on average, ${attention.gasHighest} at most; call ${attention.callGasCached} cached; ${attention.codeBytes} bytes`,
  )
  console.log(
    `portraits ${portrait.gasMean} gas on average, ${portrait.gasHighest} at most; call ${portrait.callGasCached} cached; ${portrait.codeBytes} bytes`,
  )
  console.log('wrote docs/data/bench-mind.json')
} catch (error) {
  progress.end()
  console.error((error as Error).message)
  process.exitCode = 1
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
