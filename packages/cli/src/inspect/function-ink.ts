import { type Block, type FunctionPrice, inspect } from '@inkling/wasm'

export interface FunctionInk extends FunctionPrice {
  name: string
  /** Sum over the blocks, each once. */
  ink: number
}

/** Functions with their names, the dearest first. Names come from the module as it was given, before stripping. */
export function functionInk(given: Uint8Array, prices: FunctionPrice[]): FunctionInk[] {
  const names = namesOf(given)
  return prices
    .map(({ index, blocks }) => ({
      index,
      blocks,
      name: names.get(index) ?? `function ${index}`,
      ink: blocks.reduce((sum, block) => sum + block.ink, 0),
    }))
    .sort((a, b) => b.ink - a.ink)
}

/** The `count` dearest blocks of all functions. */
export function dearestBlocks(functions: FunctionInk[], count: number): (Block & { name: string })[] {
  return functions
    .flatMap(({ name, blocks }) => blocks.map((block) => ({ ...block, name })))
    .sort((a, b) => b.ink - a.ink)
    .slice(0, count)
}

function namesOf(wasm: Uint8Array): ReadonlyMap<number, string> {
  try {
    return inspect(wasm, { arbos: 51, debug: true }).functionNames
  } catch {
    return new Map()
  }
}
