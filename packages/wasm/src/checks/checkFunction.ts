import type { Body, FunctionType, WasmModule } from '../decodeModule.ts'
import { StylusRuleError } from '../errors.ts'
import { type Frame, frameWords } from '../frameWords.ts'
import { opcode } from '../operators.ts'
import { endsBlock } from '../priceBlocks.ts'
import { INSTRUMENTED, LIMITS } from '../prices.ts'
import type { Operator } from '../readOperator.ts'

const RETURN = opcode('return')
const FILL = opcode('memory.fill')
const COPY = opcode('memory.copy')
const GROW = opcode('memory.grow')

/** A function: locals, operators after instrumentation, and the height of its frame. */
export function checkFunction(
  m: WasmModule,
  types: readonly (FunctionType | undefined)[],
  functionIndex: number,
  names: ReadonlyMap<number, string>,
  body: Body,
  ops: readonly Operator[],
  growable: boolean,
): { instrumentedOperators: number; frame: Frame } {
  const site = { functionIndex, functionName: names.get(functionIndex) }
  const locals = body.locals.reduce((sum, run) => sum + run.count, 0)
  const remedy =
    'Split the function, or keep less state in it: arrays in statics or on the heap, loops not unrolled, #[inline(never)] on helpers.'
  if (locals > LIMITS.localsPerFunction) {
    throw new StylusRuleError(
      'locals',
      `A function declares ${locals} locals; Stylus allows ${LIMITS.localsPerFunction}`,
      remedy,
      site,
    )
  }
  let count = ops.length + INSTRUMENTED.perFunction + INSTRUMENTED.perReturn
  for (const op of ops) {
    if (endsBlock(op.code)) count += INSTRUMENTED.perBlock
    if (op.code === RETURN) count += INSTRUMENTED.perReturn
    else if (op.code === FILL || op.code === COPY) count += INSTRUMENTED.perBulkOperator
    else if (op.code === GROW && growable) count += INSTRUMENTED.perGrow
  }
  if (count > LIMITS.instrumentedOperatorsPerFunction) {
    throw new StylusRuleError(
      'operators',
      `A function has ${count} operators after metering; Stylus allows ${LIMITS.instrumentedOperatorsPerFunction}`,
      remedy,
      site,
    )
  }
  const frame = frameWords(ops, locals, m, types)
  if (frame.worst > LIMITS.operandStackWords) {
    throw new StylusRuleError(
      'operand-stack',
      `A function holds ${frame.worst} values on its operand stack; Stylus allows ${LIMITS.operandStackWords}`,
      remedy,
      site,
    )
  }
  if (frame.words > LIMITS.frameWords) {
    throw new StylusRuleError(
      'frame',
      `A function takes ${frame.words} words of stack; Stylus allows ${LIMITS.frameWords}`,
      remedy,
      site,
    )
  }
  return { instrumentedOperators: count, frame }
}
