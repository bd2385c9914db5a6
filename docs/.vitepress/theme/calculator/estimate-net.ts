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

/** Cells of one grid by variant and place of the weights. */
type Grids = Record<string, Record<string, readonly (readonly Cell[])[]>>

/** What the same command writes beside it, for nets of other shapes and for trees. */
export interface CostShapes {
  fields: readonly string[]
  /** A further hidden layer: what it adds, by the units before it and its own. */
  layer: { units: readonly number[]; cells: Grids }
  /** Labels other than ten: what changes, by the last hidden layer's units. */
  labels: { units: readonly number[]; counts: readonly number[]; cells: Grids }
  /** Trees with all leaves at the same depth: costs, by their count and depth. */
  forests: {
    features: number
    trees: readonly number[]
    depths: readonly number[]
    cells: readonly (readonly Cell[])[]
  }
  /** Largest difference to the compiler, over nets of several layers or other label counts. */
  heldOut: { nets: number; kernelPercent: number; codePercent: number }
}

/** A net by its sizes: integers of at least 1; `variant` is an id of the table. */
export interface NetShape {
  inputs: number
  /** Units of the hidden layer, or of each of several. */
  hidden: number | readonly number[]
  /** Default: the table's. */
  labels?: number
  variant: string
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
 * What a net costs, from the compiler's estimates of the nets around it: bilinear in inputs and hidden units, which is
 * exact for costs that follow `a + b i + c h + d i h`. Further hidden layers and other label counts are added as
 * differences, which were taken on small nets.
 *
 * @param shapes needed for more than one hidden layer, or another label count than the table's
 * @throws RangeError for a count below 1, or for what the tables don't have
 */
export function estimateNet(
  table: CostTable,
  { inputs, hidden, labels = table.outputs, variant: id }: NetShape,
  shapes?: CostShapes,
): Estimate {
  const variant = table.variants.find((candidate) => candidate.id === id)
  if (!variant) throw new RangeError(`the table has no nets of kind '${id}'`)
  const layers = typeof hidden === 'number' ? [hidden] : hidden
  if (layers.length === 0 || ![inputs, labels, ...layers].every((count) => count >= 1))
    throw new RangeError('a net has at least one input, one hidden unit and one label')
  if (!shapes && (layers.length > 1 || labels !== table.outputs))
    throw new RangeError('this shape needs the second table')
  const sizes = [inputs, ...layers, labels]
  const weights = sizes.slice(1).reduce((sum, size, i) => sum + size * sizes[i]!, 0)
  const biases = sizes.slice(1).reduce((sum, size) => sum + size, 0)
  const calldata = Math.ceil((inputs * variant.bitsAnInput) / 8) * table.gas.calldataByte
  const shared = { parameters: weights + biases, macs: weights }
  const tx = (call: number) => table.gas.base + calldata + call
  const { codeBytes: codeLimit, wasmBytes: wasmLimit, inkPerGas, txGas } = table.limits
  const beyondGrid =
    inputs > table.inputs.at(-1)! ||
    layers[0]! > table.hidden.at(-1)! ||
    layers.slice(1).some((units) => units > shapes!.layer.units.at(-1)!) ||
    labels > (shapes?.labels.counts.at(-1) ?? labels)
  const refused: Estimate['refused'] = []
  for (const place of wasmPlaces) {
    const costs = costsOf(table, shapes, id, place, sizes)
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

/** All parts of a net in one place of the weights; undefined where the tables have no program for one of them. */
function costsOf(
  table: CostTable,
  shapes: CostShapes | undefined,
  variant: string,
  place: 'code' | 'const-stores',
  sizes: readonly number[],
): Costs | undefined {
  const [inputs, first, ...rest] = sizes as [number, number, ...number[]]
  const labels = rest.pop()!
  const cells = table.variants.find(({ id }) => id === variant)!.cells[place]!
  const parts = [between(cells, table.inputs, table.hidden, inputs, first)]
  let before = first
  for (const units of rest) {
    const { units: axis, cells } = shapes!.layer
    parts.push(between(cells[variant]![place]!, axis, axis, before, units))
    before = units
  }
  if (labels !== table.outputs) {
    const { units, counts, cells } = shapes!.labels
    parts.push(between(cells[variant]![place]!, units, counts, before, labels))
  }
  if (parts.some((part) => part === undefined)) return undefined
  return named(
    table.fields,
    table.fields.map((_, at) => parts.reduce((sum, part) => sum + part![at]!, 0)),
  )
}

const named = (fields: readonly string[], values: readonly number[]): Costs =>
  Object.fromEntries(fields.map((field, at) => [field, values[at]])) as unknown as Costs

/** Bilinear between the four cells around (a, b), in a straight line beyond the last ones. */
function between(
  cells: readonly (readonly Cell[])[],
  rows: readonly number[],
  columns: readonly number[],
  a: number,
  b: number,
): number[] | undefined {
  const i = left(rows, a)
  const h = left(columns, b)
  const u = (a - rows[i]!) / (rows[i + 1]! - rows[i]!)
  const v = (b - columns[h]!) / (columns[h + 1]! - columns[h]!)
  const corners: [Cell | undefined, number][] = [
    [cells[i]?.[h], (1 - u) * (1 - v)],
    [cells[i + 1]?.[h], u * (1 - v)],
    [cells[i]?.[h + 1], (1 - u) * v],
    [cells[i + 1]?.[h + 1], u * v],
  ]
  const used = corners.filter(([, weight]) => weight !== 0)
  if (used.some(([cell]) => !cell)) return undefined
  return used[0]![0]!.map((_, at) => used.reduce((sum, [cell, weight]) => sum + cell![at]! * weight, 0))
}

export interface ForestEstimate {
  leaves: number
  codeBytes: number
  kernelGas: number
  callGas: { cached: number; uncached: number }
  txGas: { cached: number; uncached: number }
  activationGas: number
  /** The code is at most as large as a contract may be. */
  fits: boolean
  fitsTransaction: boolean
}

/**
 * What trees cost whose leaves are all at the same depth: between counts of trees in a straight line, depths as they are.
 *
 * @returns undefined where no program can hold them, as far as the table tells
 * @throws RangeError for counts that the table doesn't have
 */
export function estimateForest(
  table: CostTable,
  { forests, fields }: CostShapes,
  { trees, depth }: { trees: number; depth: number },
): ForestEstimate | undefined {
  const { depths, features } = forests
  const most = forests.trees.at(-1)!
  if (!depths.includes(depth) || !(trees >= 1 && trees <= most))
    throw new RangeError(`1 to ${most} trees, depth ${depths[0]} to ${depths.at(-1)}`)
  const sums = between(forests.cells, forests.trees, depths, trees, depth)
  if (!sums) return undefined
  const costs = named(fields, sums)
  const kernelGas = Math.ceil(costs.kernelInk / table.limits.inkPerGas)
  const cached = Math.round(costs.entryCached) + kernelGas
  const uncached = Math.round(costs.entryUncached) + kernelGas
  const tx = (call: number) => table.gas.base + features * table.gas.calldataByte + call
  return {
    leaves: trees * 2 ** depth,
    codeBytes: Math.round(costs.codeBytes),
    kernelGas,
    callGas: { cached, uncached },
    txGas: { cached: tx(cached), uncached: tx(uncached) },
    activationGas: Math.round(costs.activationGas),
    fits: costs.codeBytes <= table.limits.codeBytes && costs.wasmBytes <= table.limits.wasmBytes,
    fitsTransaction: tx(uncached) <= table.limits.txGas,
  }
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
