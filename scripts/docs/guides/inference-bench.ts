import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelFigures } from '../../bench/inference/bench-model.ts'
import type { ScalingFigures } from '../../bench/inference/scaling.ts'
import { root } from '../../bootstrap/paths.mjs'

export interface Bench {
  models: ModelFigures[]
  scaling: ScalingFigures[]
}

const FILE = 'docs/data/bench-inference.json'

/**
 * What `npm run bench:inference` measured, each model with the figures of the kernel that `inkling compile` writes.
 *
 * @throws Error where the file is missing
 */
export function inferenceBench(): Bench {
  const path = join(root, FILE)
  if (!existsSync(path)) throw new Error(`${FILE} is missing: npm run bench:inference writes it`)
  const bench = JSON.parse(readFileSync(path, 'utf8')) as Bench
  return { ...bench, models: bench.models.map(ofCompiled) }
}

function ofCompiled(model: ModelFigures): ModelFigures {
  const compiled = model.kernels.find((kernel) => kernel.name === 'compiled')
  if (!compiled) throw new Error(`${FILE}: ${model.name} has no compiled kernel`)
  const { name: _, what: __, ...figures } = compiled
  return { ...model, ...figures }
}
