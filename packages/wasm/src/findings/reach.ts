import {
  decodeModule,
  type FunctionType,
  functionTypes,
  readBodyOperators,
  type WasmModule,
} from '../decodeModule.ts'
import { opcode } from '../operators.ts'
import type { Operator } from '../readOperator.ts'
import { validateStandard } from '../validateStandard.ts'

const CALL = opcode('call')
const CALL_INDIRECT = opcode('call_indirect')

/** A module as the checks look at it: operators of every function, and who can be reached from the entrypoint. */
export type Reach = {
  module: WasmModule
  types: (FunctionType | undefined)[]
  imported: number
  /** By function index; imports have none. */
  ops: Map<number, Operator[]>
  /** Indices that the entrypoint reaches, imports included. */
  reached: Set<number>
  /** Functions that stand in a table. */
  indirect: Set<number>
  entry: number | undefined
}

/**
 * Reads a module and follows its calls: direct ones, and indirect ones to whatever a table holds with that signature.
 *
 * @throws WasmFormatError, StylusRuleError as `decodeModule`.
 */
export function reachOf(wasm: Uint8Array): Reach {
  const module = decodeModule(wasm)
  // From here on indices lead somewhere and blocks are closed.
  validateStandard(wasm)
  const types = functionTypes(module)
  const imported = module.imports.filter(({ kind }) => kind === 'function').length
  const ops = new Map(
    module.bodies.map((body, i) => [imported + i, readBodyOperators(module, body)] as const),
  )
  const indirect = new Set(module.elements.flatMap(({ functions }) => functions))
  const entry = module.exports.find((e) => e.name === 'user_entrypoint' && e.kind === 'function')?.index
  const reached = new Set<number>()
  const open = entry === undefined ? [] : [entry]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    for (const op of ops.get(at) ?? []) open.push(...calledBy(op, module, types, indirect))
  }
  return { module, types, imported, ops, reached, indirect, entry }
}

function calledBy(
  op: Operator,
  module: WasmModule,
  types: Reach['types'],
  indirect: ReadonlySet<number>,
): number[] {
  if (op.code === CALL) return [op.index]
  if (op.code !== CALL_INDIRECT) return []
  const wanted = JSON.stringify(module.types[op.index])
  return [...indirect].filter((index) => JSON.stringify(types[index]) === wanted)
}

/** Host functions that the entrypoint reaches, by name. */
export function hostsOf({ module, reached }: Reach): Set<string> {
  return new Set(module.imports.filter((_, index) => reached.has(index)).map(({ name }) => name))
}

/** Direct calls between functions with a body. */
export function directCalls({ ops, imported }: Reach, index: number): number[] {
  return (ops.get(index) ?? []).filter((op) => op.code === CALL && op.index >= imported).map((op) => op.index)
}
