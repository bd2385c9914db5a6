import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeFunctionResult, encodeFunctionData, type Hex } from 'viem'
import { type KernelFigures, measureKernel } from '../../../packages/cli/src/index.ts'
import { modelAbi } from '../../../packages/model/src/client/index.ts'
import { compileModel } from '../../../packages/model/src/compile/index.ts'
import { loadModel, type Vectors } from '../../../packages/model/src/index.ts'
import { compress } from '../../../packages/wasm/src/brotli.ts'
import { root } from '../../bootstrap/paths.mjs'
import { benchTwins, type TwinFigures } from './bench-twins.ts'
import { buildRust } from './build-rust.ts'
import { sampleRows } from './sample-rows.ts'
import { type Verdict, verdicts } from './targets.ts'
import type { LeftOut } from './twins.ts'

export interface Kernel extends KernelFigures {
  name: 'compiled' | 'rust' | 'sdk'
  what: string
}

/** A model with its best kernel's figures on top, all kernels below, and the same model for the EVM beside. */
export interface ModelFigures extends KernelFigures {
  name: string
  kind: string
  sha256: string
  /** Share of rows labeled right, of `accuracyOf`; null where the model has no such figure. */
  accuracy: number | null
  /** Over the seeds that were trained, where there are several. */
  accuracyMean?: number
  seeds?: number
  accuracyOf: string
  macs: number
  inkPerMac: number | null
  macsPerGas: number | null
  inputBytes: number
  typicalRows: string
  kernels: Kernel[]
  twins: TwinFigures[]
  /** EVM forms that this model doesn't have, and why. */
  leftOut: LeftOut[]
  verdicts: Verdict[]
}

const MODELS = join(root, 'packages', 'model', 'models')
const TYPICAL = 100

const WORDS = {
  compiled: 'raw kernel, wasm written by the compiler',
  rust: 'raw kernel, Rust source written by the compiler',
  sdk: 'contract on stylus-sdk with the ABI, Rust source written by the compiler',
} as const

/** Measures one committed model. Rust forms are left out where `rust` says so. */
export async function benchModel(
  name: string,
  { rust, sdk, detail }: { rust: boolean; sdk: boolean; detail: (text: string) => void },
): Promise<ModelFigures> {
  const read = (file: string) => readFileSync(join(MODELS, file), 'utf8')
  const model = loadModel(read(`${name}.model.json`))
  const vectors = JSON.parse(read(`${name}.vectors.json`)) as Vectors
  if (vectors.model !== model.sha256) throw new Error(`${name}.vectors.json belongs to another model`)
  const metricsFile = `${name}.metrics.json`
  const metrics = existsSync(join(MODELS, metricsFile))
    ? (JSON.parse(read(metricsFile)) as Record<string, number>)
    : {}
  const { rows: typical, from } = sampleRows(model, TYPICAL)
  const label = (answer: Hex, i: number) => Number(answer) === vectors.label[i]

  detail('compiling')
  const compiled = compileModel(model, { build: 'label' })
  const { plan } = compiled
  const kernels: Kernel[] = []
  const add = async (kind: Kernel['name'], code: Uint8Array) => {
    detail(`${kind}, ${vectors.input.length} vectors`)
    const figures = await measureKernel({ code, inputs: vectors.input, right: label, typical })
    kernels.push({ name: kind, what: WORDS[kind], ...figures })
    return figures
  }
  const first = await add('compiled', compress(compiled.wasm))
  if (first.kernelInk > compiled.costs.kernelInk.max || first.kernelInkMin < compiled.costs.kernelInk.min)
    throw new Error(`${name}: the compiler foretold other ink than the devnode charges`)
  if (rust) {
    detail('building Rust')
    await add('rust', await buildRust(plan, 'raw'))
  }
  if (rust && sdk) {
    detail('building Rust on stylus-sdk')
    const call = (input: Hex) =>
      encodeFunctionData({ abi: modelAbi, functionName: 'classify', args: [input] })
    const right = (data: Hex, i: number) =>
      decodeFunctionResult({ abi: modelAbi, functionName: 'classify', data }) === vectors.label[i]
    const code = await buildRust(plan, 'sdk')
    const inputs = vectors.input.map(call)
    kernels.push({
      name: 'sdk',
      what: WORDS.sdk,
      ...(await measureKernel({ code, inputs, right, typical: typical.map(call) })),
    })
  }
  detail('EVM twins')
  const { figures: twins, leftOut } = await benchTwins(model, plan.macs, [
    ...typical.slice(0, 50),
    ...vectors.input.slice(0, 50),
  ])
  const raw = kernels.filter((kernel) => kernel.name !== 'sdk')
  const { name: _, what: __, ...best } = raw.reduce((a, b) => (b.kernelInk < a.kernelInk ? b : a))
  const accuracy = metrics.accuracy ?? null
  const figures: ModelFigures = {
    name,
    kind: model.kind,
    sha256: model.sha256,
    accuracy,
    ...(metrics.accuracyMean !== undefined &&
      (metrics.seeds ?? 1) > 1 && { accuracyMean: metrics.accuracyMean, seeds: metrics.seeds }),
    accuracyOf: accuracyOf(metrics),
    macs: plan.macs,
    inkPerMac: plan.macs > 0 ? Number((best.kernelInk / plan.macs).toPrecision(4)) : null,
    macsPerGas: plan.macs > 0 ? Number((plan.macs / (best.kernelInk / 10_000)).toPrecision(4)) : null,
    inputBytes: plan.inputBytes,
    typicalRows: from,
    ...best,
    kernels,
    twins,
    leftOut,
    verdicts: [],
  }
  return { ...figures, verdicts: verdicts(figures) }
}

/** What the accuracy counts, in words. */
function accuracyOf({
  testRows,
  folds,
  positions,
  lines,
  losses,
  heldOutSteps,
}: Record<string, number>): string {
  if (heldOutSteps !== undefined) return `${heldOutSteps} letters of names held out`
  if (lines !== undefined) return `${positions} positions; ${losses} of ${lines} game lines lost`
  if (testRows !== undefined) return `${testRows} test rows`
  return folds === undefined ? 'what its training says' : `${folds} folds`
}
