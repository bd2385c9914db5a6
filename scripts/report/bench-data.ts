import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../bench/environment.ts'
import type { ModelFigures } from '../bench/inference/bench-model.ts'
import type { PlaceFigures } from '../bench/inference/places.ts'
import type { ScalingFigures } from '../bench/inference/scaling.ts'
import { root } from '../bootstrap/paths.mjs'

/** What `npm run bench:inference` wrote. */
export interface InferenceBench {
  environment: Environment
  models: ModelFigures[]
  scaling: ScalingFigures[]
  places: PlaceFigures[]
}

/** What `npm run bench:kernels` wrote, as far as the report reads it. */
export interface KernelBench {
  model: { name: string; macs: number; accuracy: number }
  kernels: {
    name: string
    idea: string
    accuracy: number
    gas: number
    entryGasCached: number
    callGasCached: number
    callGas: number
    codeBytes: number
    dataBytes: number
    inkPerMac: number
  }[]
}

/** @throws Error naming the command that writes a missing file */
export function benchData<T>(file: string, command: string): T {
  try {
    return JSON.parse(readFileSync(join(root, 'docs/data', file), 'utf8')) as T
  } catch (error) {
    throw new Error(
      `docs/data/${file} can't be read (npm run ${command} writes it): ${(error as Error).message}`,
    )
  }
}

export const inferenceBench = () => benchData<InferenceBench>('bench-inference.json', 'bench:inference')
export const kernelBench = () => benchData<KernelBench>('bench-kernels.json', 'bench:kernels')
