import type { Cell, CostShapes, CostTable } from '../../docs/.vitepress/theme/calculator/estimate-net.ts'
import { estimateNet } from '../../docs/.vitepress/theme/calculator/estimate-net.ts'
import {
  CALCULATOR_OUTPUTS,
  calculatorForest,
  FOREST_FEATURES,
  VARIANTS,
  type Variant,
} from './calculator-net.ts'
import { type CellCosts, compilerCosts, costsOf, PLACES, type Place } from './cost-table.ts'

/** Inputs of the nets whose differences are taken: the difference hardly depends on them. */
const INPUTS = 16
const LAYER = [4, 16, 48, 128]
const LABELS = [2, 10, 32, 100]
const TREES = [1, 2, 4, 8, 16, 32, 64, 128]
const DEPTHS = [2, 3, 4, 5, 6, 7, 8, 9]
/** More leaves than a program of 128 KiB can hold, by far. */
const MOST_LEAVES = 10_000
/** Nets off every grid, several layers and other label counts: how far the sums are off is said on the page. */
export const HELD_OUT_SHAPES: readonly [inputs: number, hidden: number[], labels: number][] = [
  [24, [24, 12], 10],
  [64, [32, 20], 4],
  [100, [40, 24], 20],
  [50, [20, 20, 10], 10],
  [196, [24], 3],
  [30, [30], 60],
]

/** What further hidden layers, other label counts and trees cost, by the compiler: a minute or two. */
export function makeCostShapes(table: CostTable, detail: (text: string) => void): CostShapes {
  const fields = table.fields as readonly (keyof CellCosts)[]
  const difference = (more: CellCosts | undefined, less: CellCosts | undefined): Cell =>
    more && less ? fields.map((field) => Math.round(more[field] - less[field])) : null
  const byVariant = (cells: (variant: Variant, place: Place) => Cell[][]) =>
    Object.fromEntries(
      (Object.keys(VARIANTS) as Variant[]).map((id) => [
        id,
        Object.fromEntries(PLACES.map((place) => [place, cells(id, place)])),
      ]),
    )
  const layer = byVariant((id, place) =>
    LAYER.map((from) => {
      detail(`${id}, ${place}: a layer after ${from} units`)
      const without = compilerCosts(INPUTS, from, id, place)
      return LAYER.map((to) => difference(compilerCosts(INPUTS, [from, to], id, place), without))
    }),
  )
  const labels = byVariant((id, place) =>
    LAYER.map((hidden) => {
      detail(`${id}, ${place}: labels after ${hidden} units`)
      const ten = compilerCosts(INPUTS, hidden, id, place)
      return LABELS.map((count) => difference(compilerCosts(INPUTS, hidden, id, place, count), ten))
    }),
  )
  const forests = TREES.map((trees) =>
    DEPTHS.map((depth) => {
      detail(`${trees} trees of depth ${depth}`)
      if (trees * 2 ** depth > MOST_LEAVES) return null
      const costs = costsOf(calculatorForest(trees, depth))
      return costs ? fields.map((field) => costs[field]) : null
    }),
  )
  const shapes: CostShapes = {
    fields,
    layer: { units: LAYER, cells: layer },
    labels: { units: LAYER, counts: LABELS, cells: labels },
    forests: { features: FOREST_FEATURES, trees: TREES, depths: DEPTHS, cells: forests },
    heldOut: { nets: 0, kernelPercent: 0, codePercent: 0 },
  }
  return { ...shapes, heldOut: heldOut(table, shapes, detail) }
}

function heldOut(
  table: CostTable,
  shapes: CostShapes,
  detail: (text: string) => void,
): CostShapes['heldOut'] {
  let [nets, kernel, code] = [0, 0, 0]
  for (const variant of Object.keys(VARIANTS) as Variant[])
    for (const [inputs, hidden, labels] of HELD_OUT_SHAPES) {
      detail(`held out: ${variant} ${[inputs, ...hidden, labels].join('-')}`)
      const guess = estimateNet(table, { inputs, hidden, labels, variant }, shapes)
      if (guess.place === 'data-contracts') continue
      const real = compilerCosts(inputs, hidden, variant, guess.place, labels)
      if (!real) continue
      nets++
      kernel = Math.max(kernel, off(guess.kernelGas!, real.kernelInk / table.limits.inkPerGas))
      code = Math.max(code, off(guess.codeBytes!, real.codeBytes))
    }
  return { nets, kernelPercent: Number(kernel.toFixed(1)), codePercent: Number(code.toFixed(1)) }
}

const off = (guess: number, real: number) => Math.abs(guess / real - 1) * 100

/** A row of a grid a line: a JSON file that a person can compare. */
export function formatCostShapes(environment: unknown, shapes: CostShapes): string {
  const text = JSON.stringify({ environment, figures: { outputs: CALCULATOR_OUTPUTS, ...shapes } }, null, 2)
  return `${text.replace(/\[\s+(-?[\d.]+(?:,\s+-?[\d.]+)*)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`
}
