import type { LinearLayer } from './linear-layer.ts'

/** Scores less one of them: the same label wins, and there is one sum less to make. `labels[k]` is of output k. */
export function lessReference(
  layer: LinearLayer,
  reference: number,
): { layer: LinearLayer; labels: number[] } {
  const base = layer.rows[reference]!
  const labels = [...layer.rows.keys()].filter((o) => o !== reference)
  const rows = labels.map((o) => difference(layer.rows[o]!, base))
  const bias = labels.map((o) => layer.bias[o]! - layer.bias[reference]!)
  return { layer: { ...layer, rows, bias }, labels }
}

type Row = LinearLayer['rows'][number]

function difference(row: Row, base: Row): Row {
  const weights = new Map(row.index.map((i, k) => [i, row.weight[k]!]))
  for (const [k, i] of base.index.entries()) weights.set(i, (weights.get(i) ?? 0) - base.weight[k]!)
  const entries = [...weights].filter(([, w]) => w !== 0).sort((a, b) => a[0] - b[0])
  return { index: entries.map(([i]) => i), weight: entries.map(([, w]) => w) }
}
