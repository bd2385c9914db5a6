import { readdirSync, readFileSync } from 'node:fs'

/** Pages write `{{ lab0.callGas }}` for a figure of `docs/data`; the build puts the number there. */
const placeholder = /\{\{\s*([\w.]+)\s*(?:\|\s*(\w+)\s*)?\}\}/g

const formats: Record<string, (value: number) => string> = {
  /** 12,989 */
  integer: (value) => value.toLocaleString('en-US', { maximumFractionDigits: 0 }),
  /** 92.6 % with a space that doesn't break */
  percent: (value) => `${(value * 100).toFixed(1)}\u00a0%`,
  /** 93 % */
  percent0: (value) => `${(value * 100).toFixed(0)}\u00a0%`,
  /** 0.75 */
  decimal: (value) => value.toFixed(2),
  /** 1250 */
  plain: (value) => String(value),
}

/**
 * Replaces every placeholder of a page.
 *
 * A path names a place in `figures`: dots go down, numbers are list indices. Integers are written as `12,989` and
 * shares need `| percent` or `| percent0`; lists become lines, so that a fence can hold a transcript.
 *
 * @throws Error when a figure is missing, which fails the build: a page never shows a number that nobody measured
 */
export function fillFigures(text: string, figures: unknown, page: string): string {
  return text.replace(placeholder, (whole, path: string, format?: string) => {
    let value: unknown = figures
    for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key]
    const complain = (problem: string) => new Error(`${page}: ${whole} ${problem}`)
    if (Array.isArray(value) && format === undefined) return value.join('\n')
    if (typeof value === 'string') return value
    if (typeof value !== 'number') throw complain('is no figure in docs/data (npm run docs:data writes them)')
    if (format === undefined && !Number.isInteger(value))
      throw complain('is not an integer: add | percent or | decimal')
    const write = formats[format ?? 'integer']
    if (!write) throw complain(`has no such format; known: ${Object.keys(formats).join(', ')}`)
    return write(value)
  })
}

/** All figures that pages may name: `data.depth.6` is the tree of depth 6, `labs.1` is lab 1; `bench` has the contracts of the Solidity comparison by name, `kernels` those of `rust-crates/kernels`, `report` what the feasibility report says, `guides` what the theme guides measure, `attacks` what `scripts/bench-attacks.ts` does. */
export function loadFigures(): Record<string, unknown> {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8'))
  const { figures, environment } = read('lessons')
  const { labs } = read('labs')
  const bench = read('bench-lab')
  const kernels = read('bench-kernels')
  const { contracts, rows, solc } = bench.figures.solidityTwin
  const byKey = (list: Record<string, unknown>[], key: string) =>
    Object.fromEntries(list.map((item) => [item[key], item]))
  // From lab 2 on each lab has a file of its own: `lab2.json` is `lab2` on the pages.
  const own = readdirSync(new URL('../data', import.meta.url))
    .map((file) => /^(lab\d+)\.json$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
  return {
    ...figures,
    report: read('report').figures,
    shapes: read('cost-shapes').figures,
    guides: read('guides').figures,
    attacks: read('attacks').figures,
    ...Object.fromEntries(own.map((name) => [name, read(name).figures])),
    data: { ...figures.data, depth: byKey(figures.data.depths, 'depth') },
    environment,
    labs: byKey(labs, 'number'),
    kernels: {
      ...byKey([...kernels.kernels, ...kernels.trees], 'name'),
      model: kernels.model,
      lanes: kernels.lanes,
      pruned: kernels.pruned,
      environment: kernels.environment,
    },
    bench: {
      ...byKey(contracts, 'name'),
      rows,
      solc,
      labCheck1: bench.figures.labCheck1,
      environment: bench.environment,
    },
  }
}
