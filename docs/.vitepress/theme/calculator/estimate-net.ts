/** Costs of one net in one place, in the order of `fields` below; null where no such program can exist. */
export type Cell = readonly number[] | null

/** What `npm run report -- --table` writes: the compiler's estimates on a grid of nets. */
export interface CostTable {
  fields: readonly string[]
  inputs: readonly number[]
  hidden: readonly number[]
  outputs: number
  limits: { codeBytes: number; wasmBytes: number; inkPerGas: number; txGas: number }
  gas: { base: number; calldataByte: number }
  variants: readonly {
    id: string
    words: string
    bitsAnInput: number
    /** By place of the weights, a row for each count of inputs and a cell for each count of hidden units. */
    cells: Record<string, readonly (readonly Cell[])[]>
  }[]
  /** Weights of a byte each in data contracts, measured: gas of the frame, contracts, by multiply-accumulates. */
  dataContracts: readonly { macs: number; callGas: number; contracts: number }[]
  /** Largest difference to the compiler, over nets that are not on the grid. */
  heldOut: { nets: number; kernelPercent: number; codePercent: number }
}

export interface Estimate {
  parameters: number
  macs: number
  /** Where the weights go: the first that fits of code, stores by code, contracts beside the program. */
  place: 'code' | 'const-stores' | 'data-contracts'
  /** What stopped the places before it. */
  refused: { place: 'code' | 'const-stores'; what: 'code' | 'wasm'; bytes: number | null; limit: number }[]
  contracts: number
  codeBytes: number | null
  kernelGas: number | null
  callGas: { cached: number; uncached: number | null }
  txGas: { cached: number; uncached: number | null }
  activationGas: number | null
  /** Whether one transaction can pay for it. */
  fitsTransaction: boolean
  /** The largest count of inputs or hidden units was passed: the figure goes on in a straight line. */
  beyondGrid: boolean
}

interface Costs {
  kernelInk: number
  codeBytes: number
  wasmBytes: number
  entryCached: number
  entryUncached: number
  activationGas: number
}

const wasmPlaces = ['code', 'const-stores'] as const

/**
 * What a net with one hidden layer costs, from the compiler's estimates of the nets around it: bilinear in inputs and
 * hidden units, which is exact for costs that follow `a + b i + c h + d i h`.
 *
 * @param net counts of inputs and hidden units, integers of at least 1; `variant` is an id of the table
 * @throws RangeError for a count below 1 or a variant that the table doesn't have
 */
export function estimateNet(
  table: CostTable,
  { inputs, hidden, variant: id }: { inputs: number; hidden: number; variant: string },
): Estimate {
  const variant = table.variants.find((candidate) => candidate.id === id)
  if (!variant) throw new RangeError(`the table has no nets of kind '${id}'`)
  if (!(inputs >= 1 && hidden >= 1)) throw new RangeError('a net has at least one input and one hidden unit')
  const weights = inputs * hidden + hidden * table.outputs
  const calldata = Math.ceil((inputs * variant.bitsAnInput) / 8) * table.gas.calldataByte
  const shared = { parameters: weights + hidden + table.outputs, macs: weights }
  const tx = (call: number) => table.gas.base + calldata + call
  const { codeBytes: codeLimit, wasmBytes: wasmLimit, inkPerGas, txGas } = table.limits
  const beyondGrid = inputs > table.inputs.at(-1)! || hidden > table.hidden.at(-1)!
  const refused: Estimate['refused'] = []
  for (const place of wasmPlaces) {
    const costs = between(table, variant.cells[place]!, inputs, hidden)
    if (!costs || costs.wasmBytes > wasmLimit) {
      refused.push({ place, what: 'wasm', bytes: costs?.wasmBytes ?? null, limit: wasmLimit })
      continue
    }
    if (costs.codeBytes > codeLimit) {
      refused.push({ place, what: 'code', bytes: costs.codeBytes, limit: codeLimit })
      continue
    }
    const kernelGas = Math.ceil(costs.kernelInk / inkPerGas)
    const cached = Math.round(costs.entryCached) + kernelGas
    const uncached = Math.round(costs.entryUncached) + kernelGas
    return {
      ...shared,
      place,
      refused,
      contracts: 1,
      codeBytes: Math.round(costs.codeBytes),
      kernelGas,
      callGas: { cached, uncached },
      txGas: { cached: tx(cached), uncached: tx(uncached) },
      activationGas: Math.round(costs.activationGas),
      fitsTransaction: tx(uncached) <= txGas,
      beyondGrid,
    }
  }
  const { callGas, contracts } = alongMacs(table.dataContracts, weights)
  return {
    ...shared,
    place: 'data-contracts',
    refused,
    contracts,
    codeBytes: null,
    kernelGas: null,
    callGas: { cached: callGas, uncached: null },
    txGas: { cached: tx(callGas), uncached: null },
    activationGas: null,
    fitsTransaction: tx(callGas) <= txGas,
    beyondGrid: weights > table.dataContracts.at(-1)!.macs,
  }
}

/** Left neighbor in a sorted list, so that left and left + 1 surround the value or are nearest to it. */
function left(list: readonly number[], value: number): number {
  const at = list.findLastIndex((candidate) => candidate <= value)
  return Math.max(0, Math.min(list.length - 2, at))
}

function between(
  table: CostTable,
  cells: readonly (readonly Cell[])[],
  inputs: number,
  hidden: number,
): Costs | undefined {
  const i = left(table.inputs, inputs)
  const h = left(table.hidden, hidden)
  const u = (inputs - table.inputs[i]!) / (table.inputs[i + 1]! - table.inputs[i]!)
  const v = (hidden - table.hidden[h]!) / (table.hidden[h + 1]! - table.hidden[h]!)
  const corners: [Cell | undefined, number][] = [
    [cells[i]?.[h], (1 - u) * (1 - v)],
    [cells[i + 1]?.[h], u * (1 - v)],
    [cells[i]?.[h + 1], (1 - u) * v],
    [cells[i + 1]?.[h + 1], u * v],
  ]
  const used = corners.filter(([, weight]) => weight !== 0)
  if (used.some(([cell]) => !cell)) return undefined
  const sums = table.fields.map((_, at) => used.reduce((sum, [cell, weight]) => sum + cell![at]! * weight, 0))
  return Object.fromEntries(table.fields.map((field, at) => [field, sums[at]])) as unknown as Costs
}

function alongMacs(points: CostTable['dataContracts'], macs: number): { callGas: number; contracts: number } {
  const at = left(
    points.map((point) => point.macs),
    macs,
  )
  const [a, b] = [points[at]!, points[at + 1]!]
  const u = (macs - a.macs) / (b.macs - a.macs)
  const mix = (x: number, y: number) => Math.max(1, Math.ceil(x + (y - x) * u))
  return { callGas: mix(a.callGas, b.callGas), contracts: mix(a.contracts, b.contracts) }
}
