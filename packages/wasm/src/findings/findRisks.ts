import { operatorInk } from '../priceBlocks.ts'
import { CHAIN_DEFAULTS } from '../prices.ts'
import { circles } from './circles.ts'
import { FROM, flowOf } from './flow.ts'
import { hostFindings } from './hosts.ts'
import { FINDINGS } from './kinds.ts'
import { endlessLoops } from './loops.ts'
import { type Reach, reachOf } from './reach.ts'
import type { Finding, FindingId } from './types.ts'

/** The largest data segment that activates, measured on a nitro node (ArbOS 51). */
const LARGEST_DATA = 86_928

/**
 * What can be told of a module's risks without running it, from what its entrypoint reaches. Each finding is a reason
 * to look, no proof of a flaw; a module without any is not thereby safe.
 *
 * @param names function names, such as `inspect(...).functionNames` has them
 * @throws WasmFormatError, StylusRuleError as `decodeModule`.
 * @example
 * ```ts
 * for (const { severity, id, what } of findRisks(wasm)) console.log(severity, id, what)
 * ```
 */
export function findRisks(wasm: Uint8Array, names: ReadonlyMap<number, string> = new Map()): Finding[] {
  const reach = reachOf(wasm)
  const named = (index: number) => names.get(index) ?? `function ${index}`
  const found: Finding[] = []
  const add = (id: FindingId, detail: string, functionIndex?: number, offset?: number) => {
    const { severity, what, why, next } = FINDINGS[id]
    found.push({ id, severity, what, why, next, functionIndex, offset, detail })
  }
  for (const { id, detail } of hostFindings(reach)) add(id, detail)
  const { reads, lengthLoops, bounded } = flowOf(reach)
  if (!bounded) {
    for (const { functionIndex, offset, from } of reads)
      if ((from & (FROM.elsewhere | FROM.length)) === 0)
        add('fixed-buffer', named(functionIndex), functionIndex, offset)
    for (const [functionIndex, offset] of new Map(lengthLoops.map((l) => [l.functionIndex, l.offset])))
      add('loop-by-length', named(functionIndex), functionIndex, offset)
  }
  for (const members of circles(reach)) add('recursion', members.map(named).join(', '), members[0])
  let panics = 0
  for (const index of reach.reached) {
    const ops = reach.ops.get(index) ?? []
    for (const offset of endlessLoops(ops)) add('endless-loop', named(index), index, offset)
    const dear = ops.find((op) => operatorInk(op, reach.module.types) === Number.POSITIVE_INFINITY)
    if (dear) add('not-payable', `${dear.info.name} in ${named(index)}`, index, dear.start)
    panics += ops.filter(({ info }) => info.name === 'unreachable').length
  }
  if (panics > 0) add('panics', `${panics} ${panics === 1 ? 'place' : 'places'}`)
  sizes(reach, add)
  const order = Object.keys(FINDINGS)
  return found.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

function sizes({ module }: Reach, add: (id: FindingId, detail: string) => void): void {
  const data = module.data.reduce((sum, { payload }) => sum + payload.length, 0)
  if (data > LARGEST_DATA * 0.75) add('large-data', `${data} bytes of at most ${LARGEST_DATA}`)
  const pages = module.memories[0]?.min ?? 0
  if (pages > CHAIN_DEFAULTS.freePages) add('pages', `${pages} pages; ${CHAIN_DEFAULTS.freePages} are free`)
}
