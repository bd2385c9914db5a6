import { makeModel } from '../src/format/make-model.ts'
import { rng } from '../src/rng.ts'
import { makeTensor } from '../src/tensor/tensor.ts'
import type {
  Activation,
  Conv2dLayer,
  DenseLayer,
  EnsembleModel,
  LayerModel,
  ModelInput,
  Packing,
  Requantize,
  Tree,
  TreeNode,
} from '../src/types.ts'

/** Whole numbers from low to high, both included. */
export type Pick = (low: number, high: number) => number

export function picker(seed: number): Pick {
  const random = rng(seed)
  return (low, high) => low + Math.floor(random() * (high - low + 1))
}

export function anInput(length: number, packing: Packing, min: number, max: number): ModelInput {
  return {
    length,
    packing,
    min: new Array(length).fill(min),
    max: new Array(length).fill(max),
    features: Array.from({ length }, (_, i) => `f${i}`),
    scale: { num: 1, den: 1 },
  }
}

const list = (count: number, make: () => number) => Array.from({ length: count }, make)

/** One multiplier and shift for the layer, or one a channel; multipliers from tiny to full, left shifts included. */
export function randomRequantize(pick: Pick, channels: number, scale: number): Requantize {
  const count = pick(0, 1) ? channels : 1
  const shifts = list(count, () => pick(1, 40))
  // M / 2^s near `scale` / 1 to 4: values spread over the clamp range instead of sitting at its ends.
  const multipliers = shifts.map((s) =>
    Math.max(1, Math.min(2 ** 31 - 1, Math.round((scale * 2 ** s) / pick(1, 4)))),
  )
  return {
    multiplier: makeTensor('i32', [count], multipliers),
    shift: makeTensor('u8', [count], shifts),
    zeroPoint: pick(-20, 20),
    min: -128,
    max: 127,
  }
}

export function randomDense(pick: Pick, inputs: number, outputs: number, last: boolean): DenseLayer {
  const activation: Activation = pick(0, 1) ? 'relu' : 'none'
  return {
    type: 'dense',
    weights: makeTensor(
      'i8',
      [outputs, inputs],
      list(inputs * outputs, () => pick(-128, 127)),
    ),
    bias: makeTensor(
      'i32',
      [outputs],
      list(outputs, () => pick(-50_000, 50_000)),
    ),
    activation: last ? 'none' : activation,
    ...(last ? {} : { requantize: randomRequantize(pick, outputs, 1 / (100 * Math.sqrt(inputs))) }),
  }
}

export function randomMlp(seed: number, sizes: number[]): LayerModel {
  const pick = picker(seed)
  const inputs = sizes[0]!
  const layers = sizes.slice(1).map((n, i) => randomDense(pick, sizes[i]!, n, i === sizes.length - 2))
  return makeModel({
    kind: 'mlp',
    name: `random-mlp-${seed}`,
    input: anInput(inputs, 'i8', -128, 127),
    layers,
    output: { labels: list(sizes.at(-1)!, () => 0).map((_, i) => `l${i}`) },
    provenance: { seed },
  })
}

/** conv, pool, sigmoid-like table, dense. */
export function randomCnn(seed: number): LayerModel {
  const pick = picker(seed)
  const [height, width, channels] = [pick(4, 7), pick(4, 7), pick(1, 3)]
  const filters = pick(1, 4)
  const kernel = [pick(1, 3), pick(1, 3)] as const
  const stride: [number, number] = [pick(1, 2), pick(1, 2)]
  const padding: [number, number, number, number] = [pick(0, 1), pick(0, 2), pick(0, 2), pick(0, 1)]
  const weights = list(filters * kernel[0] * kernel[1] * channels, () => pick(-7, 7))
  const conv: Conv2dLayer = {
    type: 'conv2d',
    input: [height, width, channels],
    weights: makeTensor('i8', [filters, ...kernel, channels], weights),
    bias: makeTensor(
      'i32',
      [filters],
      list(filters, () => pick(-200, 200)),
    ),
    stride,
    padding,
    activation: 'relu',
    requantize: { ...randomRequantize(pick, filters, 0.4), zeroPoint: 0, min: 0, max: 15 },
  }
  const rows = Math.floor((height + padding[0] + padding[2] - kernel[0]) / stride[0]) + 1
  const columns = Math.floor((width + padding[1] + padding[3] - kernel[1]) / stride[1]) + 1
  const size: [number, number] = [Math.min(2, rows), Math.min(2, columns)]
  const pooled = [rows - size[0] + 1, columns - size[1] + 1]
  const flat = pooled[0]! * pooled[1]! * filters
  return makeModel({
    kind: 'cnn',
    name: `random-cnn-${seed}`,
    input: anInput(height * width * channels, 'u4', 0, 15),
    layers: [
      conv,
      { type: 'maxpool2d', input: [rows, columns, filters], size, stride: [1, 1] },
      {
        type: 'table',
        values: makeTensor(
          'i8',
          [6],
          list(6, () => pick(-128, 127)),
        ),
        offset: pick(-3, 3),
        shift: pick(0, 2),
        interpolation: pick(0, 1) ? 'linear' : 'nearest',
      },
      randomDense(pick, flat, 3, true),
    ],
    output: { labels: ['a', 'b', 'c'] },
    provenance: { seed },
  })
}

export function randomTree(pick: Pick, inputs: number, depth: number, leaf: () => number[]): Tree {
  const nodes: TreeNode[] = []
  const grow = (left: number): number => {
    const at = nodes.length
    nodes.push({ scores: leaf() })
    if (left > 0 && pick(0, 5) > 0) {
      const feature = pick(0, inputs - 1)
      const threshold = pick(-130, 130)
      nodes[at] = { feature, threshold, left: grow(left - 1), right: grow(left - 1) }
    }
    return at
  }
  grow(depth)
  return { nodes }
}

export function randomEnsemble(seed: number, kind: 'forest' | 'gbdt', trees: number): EnsembleModel {
  const pick = picker(seed)
  const scores = kind === 'gbdt' ? 1 : 3
  const leaf = () => list(scores, () => pick(-100_000, 100_000))
  return makeModel({
    kind,
    name: `random-${kind}-${seed}`,
    input: anInput(5, 'i8', -128, 127),
    trees: list(trees, () => 0).map(() => randomTree(pick, 5, 4, leaf)),
    base: leaf(),
    output: kind === 'gbdt' ? { labels: ['no', 'yes'], rule: 'sign' } : { labels: ['a', 'b', 'c'] },
    provenance: { seed },
  })
}

/** A row within the model's range. */
export function randomRow(pick: Pick, input: ModelInput): number[] {
  return input.min.map((low, i) => pick(low, input.max[i]!))
}
