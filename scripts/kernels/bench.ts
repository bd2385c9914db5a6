import { hexToBytes } from 'viem'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { type LayerModel, makeVectors, type Vectors } from '../../packages/model/src/index.ts'
import { type Environment, environment } from '../bench/environment.ts'
import { buildContracts } from './build-contracts.ts'
import { KERNELS, TREES } from './ideas.ts'
import { assignLanes } from './lanes.ts'
import { type ContractCost, type Deployed, deployWasm } from './measure.ts'
import { accuracy, kernelModels, macs } from './models.ts'
import { networkOf } from './network.ts'

export interface KernelFigures extends ContractCost {
  name: string
  idea: string
  /** On the held-out test rows, 0 to 1. */
  accuracy: number
  /** `ink` by the multiply-accumulates of the dense net: pruned ones count, as they are not paid for. */
  inkPerMac: number
  macsPerGas: number
  /** Inputs on which the contract gave the reference's label. */
  vectors: number
}

export interface KernelBench {
  environment: Environment
  model: { name: string; sha256: string; shape: string; macs: number; accuracy: number }
  /** How the hidden layer's sums stand in words of 64 bits, from v5 on. */
  lanes: { words: number; widest: number; neurons: number }
  pruned: { name: string; sha256: string; percent: number; accuracy: number }
  kernels: KernelFigures[]
  trees: (ContractCost & { name: string; idea: string })[]
}

/**
 * Builds, deploys and measures every kernel on a devnode of this process. The boundary is the raw contract's
 * execution: input check, argument and result included, entry not.
 *
 * @throws Error when a kernel gives another label than the reference, or its ink depends on the input
 */
export async function benchKernels(detail: (text: string) => void): Promise<KernelBench> {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const { model, pruned } = kernelModels()
    const names = [...KERNELS, ...TREES].map(({ name }) => name)
    const wasm = await buildContracts('inkling-kernels', names, { onLine: detail })
    const deploy = (name: string) => deployWasm(open, wasm.get(name) as Uint8Array)
    const count = macs(model)
    const shares = { model: accuracy(model), pruned: accuracy(pruned) }
    const vectors = {
      model: makeVectors(model, { count: 500, seed: 1 }),
      pruned: makeVectors(pruned, { count: 500, seed: 1 }),
    }
    const kernels: KernelFigures[] = []
    for (const { name, idea } of KERNELS) {
      detail(name)
      const which = name === 'v8' ? 'pruned' : 'model'
      const contract = await deploy(name)
      await compare(name, contract, vectors[which])
      const cost = await contract.cost(hexToBytes(vectors[which].input.at(-1) as `0x${string}`))
      kernels.push({
        name,
        idea,
        accuracy: shares[which],
        inkPerMac: Math.round(cost.ink / count),
        macsPerGas: round((count * 10_000) / cost.ink),
        vectors: vectors[which].input.length,
        ...cost,
      })
    }
    const trees = []
    for (const tree of TREES) trees.push({ ...tree, ...(await (await deploy(tree.name)).cost(TREE_INPUT)) })
    return {
      environment: await environment(open.engine.arbos),
      model: {
        name: model.name,
        sha256: model.sha256,
        shape: shapeOf(model),
        macs: count,
        accuracy: shares.model,
      },
      lanes: lanesOf(model),
      pruned: {
        name: pruned.name,
        sha256: pruned.sha256,
        percent: pruned.provenance.prunedPercent as number,
        accuracy: shares.pruned,
      },
      kernels,
      trees,
    }
  } finally {
    await open.close()
  }
}

function lanesOf(model: LayerModel) {
  const { hidden, max } = networkOf(model)
  const words = assignLanes(hidden, max)
  return {
    words: words.length,
    widest: Math.max(...words.flat().map((lane) => lane.bits)),
    neurons: Math.max(...words.map((lanes) => lanes.length)),
  }
}

/** A path with three splits, the longest of the example tree. */
const TREE_INPUT = Uint8Array.of(31, 121, 90, 0)

async function compare(name: string, contract: Deployed, { input, label }: Vectors): Promise<void> {
  for (const [i, hex] of input.entries()) {
    const got = await contract.call(hexToBytes(hex))
    const want = `0x${(label[i] as number).toString(16).padStart(2, '0')}`
    if (got !== want)
      throw new Error(`${name} answers ${got ?? 'with a revert'} on vector ${i}, the reference ${want}`)
  }
}

function shapeOf(model: {
  layers: { type: string; weights?: { shape: number[] } }[]
  input: { length: number }
}): string {
  return [model.input.length, ...model.layers.map((layer) => layer.weights?.shape[0])].join('-')
}

const round = (value: number) => Math.round(value * 100) / 100
