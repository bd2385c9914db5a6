import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** What a training's time and bits depend on. */
export interface TrainingEnvironment {
  cpu: string
  node: string
  tfjs: string
}

export function trainingEnvironment(): TrainingEnvironment {
  const tfjs = readFileSync(new URL(import.meta.resolve('@tensorflow/tfjs-core/package.json')), 'utf8')
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    node: process.versions.node,
    tfjs: JSON.parse(tfjs).version,
  }
}
