import { type CostTable, estimateNet } from '../../docs/.vitepress/theme/calculator/estimate-net.ts'
import { CHAIN_DEFAULTS, LIMITS } from '../../packages/wasm/src/prices.ts'
import type { ScalingFigures } from '../bench/inference/scaling.ts'
import { CALCULATOR_OUTPUTS, VARIANTS, type Variant } from './calculator-net.ts'
import { compilerCosts, PLACES } from './cost-table.ts'
import { TRANSACTION } from './transaction.ts'

const INPUTS = [2, 8, 16, 32, 64, 96, 128, 196, 256, 392, 512, 784]
const HIDDEN = [2, 8, 16, 32, 48, 64, 96, 128, 192, 256, 384]
/** Dense nets far above this have no program in any place, and take long to compile. */
const MOST_MACS = 60_000
const FIELDS = [
  'kernelInk',
  'codeBytes',
  'wasmBytes',
  'entryCached',
  'entryUncached',
  'activationGas',
] as const

/** Nets between the grid's: what the interpolation gets wrong is said on the page. */
export const HELD_OUT: readonly [inputs: number, hidden: number][] = [
  [5, 5],
  [12, 20],
  [30, 40],
  [48, 24],
  [100, 72],
  [144, 56],
  [220, 40],
  [300, 24],
  [600, 12],
]

/** Asks the compiler for every net of the grid: some minutes. */
export function makeCostTable(scaling: readonly ScalingFigures[], detail: (text: string) => void): CostTable {
  const variants = (Object.keys(VARIANTS) as Variant[]).map((id) => {
    const { words, inputMax, keep } = VARIANTS[id]
    const grid = (place: (typeof PLACES)[number]) =>
      INPUTS.map((inputs) =>
        HIDDEN.map((hidden) => {
          detail(`${words}: ${inputs}-${hidden}, ${place}`)
          if (inputs * hidden * keep > MOST_MACS) return null
          const costs = compilerCosts(inputs, hidden, id, place)
          return costs ? FIELDS.map((field) => costs[field]) : null
        }),
      )
    return {
      id,
      words,
      bitsAnInput: inputMax > 15 ? 8 : 4,
      cells: Object.fromEntries(PLACES.map((place) => [place, grid(place)])),
    }
  })
  const table: CostTable = {
    fields: FIELDS,
    inputs: INPUTS,
    hidden: HIDDEN,
    outputs: CALCULATOR_OUTPUTS,
    limits: {
      codeBytes: LIMITS.codeBytes,
      wasmBytes: LIMITS.wasmBytes,
      inkPerGas: CHAIN_DEFAULTS.inkPrice,
      txGas: TRANSACTION.limit,
    },
    gas: { base: TRANSACTION.base, calldataByte: TRANSACTION.calldataByte },
    variants,
    dataContracts: dataContractPoints(scaling),
    heldOut: { nets: 0, kernelPercent: 0, codePercent: 0 },
  }
  return { ...table, heldOut: heldOut(table, detail) }
}

/** Weights in other contracts are measured, not estimated: the table has the scaling bench's figures. */
export function dataContractPoints(scaling: readonly ScalingFigures[]): CostTable['dataContracts'] {
  return scaling.flatMap(({ macs, points }) => {
    const point = points.find(({ form }) => form === 'data-contracts')
    return point ? [{ macs, callGas: point.callGas, contracts: point.contracts }] : []
  })
}

/** Largest differences between the table's answer and the compiler's, in percent. */
function heldOut(table: CostTable, detail: (text: string) => void): CostTable['heldOut'] {
  let [nets, kernel, code] = [0, 0, 0]
  for (const { id } of table.variants)
    for (const [inputs, hidden] of HELD_OUT) {
      detail(`held out: ${id} ${inputs}-${hidden}`)
      const guess = estimateNet(table, { inputs, hidden, variant: id })
      if (guess.place === 'data-contracts') continue
      const real = compilerCosts(inputs, hidden, id as Variant, guess.place)
      if (!real) continue
      nets++
      kernel = Math.max(
        kernel,
        Math.abs(guess.kernelGas! / Math.ceil(real.kernelInk / table.limits.inkPerGas) - 1) * 100,
      )
      code = Math.max(code, Math.abs(guess.codeBytes! / real.codeBytes - 1) * 100)
    }
  return { nets, kernelPercent: Number(kernel.toFixed(1)), codePercent: Number(code.toFixed(1)) }
}

/** One line a row of the grid: a JSON file that a person can compare. */
export function formatCostTable(environment: unknown, table: CostTable): string {
  const variants = table.variants
    .map(({ cells, ...rest }) => {
      const places = Object.entries(cells)
        .map(
          ([place, rows]) =>
            `${JSON.stringify(place)}: [\n${rows.map((row) => `          ${JSON.stringify(row)}`).join(',\n')}\n        ]`,
        )
        .join(',\n        ')
      const head = JSON.stringify(rest).slice(1, -1)
      return `      {\n        ${head},\n        "cells": {\n        ${places}\n        }\n      }`
    })
    .join(',\n')
  const { variants: _, ...others } = table
  const lines = Object.entries(others).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  return `{\n  "environment": ${JSON.stringify(environment)},\n  "figures": {\n${lines.join(',\n')},\n    "variants": [\n${variants}\n    ]\n  }\n}\n`
}
