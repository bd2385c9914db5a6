import type { Body, WasmModule } from '../decodeModule.ts'
import { type RuleSite, StylusRuleError } from '../errors.ts'
import { opcode } from '../operators.ts'
import { type Operator, refuseProposal } from '../readOperator.ts'
import type { StylusRules } from '../rules.ts'

const FLOAT = /^f(32|64)\.|_f(32|64)(_|$)/
const FLOAT_ACCEPTED = /\.(load|store|const|reinterpret_.*)$/
const UNSUPPORTED = new Set(
  'memory.init data.drop table.init elem.drop table.copy'.split(' ').map((name) => opcode(name)),
)

/** What the decoder reads but Stylus refuses: DataCount, float arithmetic, segment operators, multi-value. */
export function checkFeatures(
  m: WasmModule,
  bodies: readonly { body: Body; ops: Operator[] }[],
  names: ReadonlyMap<number, string>,
  rules: StylusRules,
): void {
  const imported = m.imports.filter((i) => i.kind === 'function').length
  const multiValue = rules.arbos < 59
  if (m.memories.length > 1) refuseProposal('several memories', 0)
  if (m.tables.length > 1) refuseProposal('reference types', 0)
  for (const [i, { ops }] of bodies.entries()) {
    const functionIndex = imported + i
    for (const op of ops) {
      const site = { functionIndex, functionName: names.get(functionIndex), offset: op.start }
      if (UNSUPPORTED.has(op.code)) {
        throw new StylusRuleError(
          'unsupported-operator',
          `The instruction ${op.info.name} is refused`,
          'Stylus has memory.copy and memory.fill only. Keep data in ordinary (active) segments: no --import-memory, no threads, no passive segments.',
          site,
        )
      }
      if (FLOAT.test(op.info.name) && !FLOAT_ACCEPTED.test(op.info.name)) {
        throw new StylusRuleError(
          'float',
          `The instruction ${op.info.name} computes with floating point, which Stylus refuses`,
          'Use integers: quantize weights and inputs to i8 or i32 and rescale with a multiplication and a shift. Formatting with {:?} or {} can bring floats in, too.',
          site,
        )
      }
      if (!multiValue && typeof op.block === 'object' && 'type' in op.block)
        refuseMultiValue('A block has parameters or several results', site)
    }
  }
  if (!multiValue && m.types.some((t) => t.results.length > 1))
    refuseMultiValue('A function type has several results', {})
  if (m.dataCount !== undefined) {
    throw new StylusRuleError(
      'data-count',
      'The module has a DataCount section, which Stylus refuses',
      'Run canonicalise() on the file that cargo made, or deploy with cargo stylus.',
    )
  }
}

function refuseMultiValue(what: string, site: RuleSite): never {
  throw new StylusRuleError(
    'multi-value',
    `${what}: multi-value is refused from ArbOS 59 on`,
    'Build with -C target-feature=-multivalue; do not write extern "C" functions that return tuples.',
    site,
  )
}
