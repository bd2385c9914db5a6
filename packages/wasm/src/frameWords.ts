import type { FunctionType, WasmModule } from './decodeModule.ts'
import { OPERATORS, opcode } from './operators.ts'
import { endsBlock } from './priceBlocks.ts'
import type { BlockType, Operator } from './readOperator.ts'

// Operand-stack effect by operator; what is missing here has a rule of its own in `heightOf` or none at all.
const BINARY =
  /\.(add|sub|mul|div.*|rem_.|and|or|xor|shl|shr_.|rotl|rotr|eq|ne|[lg][te](_.)?|min|max|copysign)$/
const effects = new Map<number, number>()
for (const { code, name, immediate } of OPERATORS.values()) {
  if (name.endsWith('.const') || /^(local\.get|global\.get|memory\.size)$/.test(name)) effects.set(code, 1)
  else if (/^(drop|br_if|br_table|local\.set|global\.set)$/.test(name) || BINARY.test(name))
    effects.set(code, -1)
  else if (name === 'select' || (immediate === 'memarg' && name.includes('.store'))) effects.set(code, -2)
  else if (/^memory\.(fill|copy)$/.test(name)) effects.set(code, -3)
}

const BLOCK = opcode('block')
const LOOP = opcode('loop')
const IF = opcode('if')
const ELSE = opcode('else')
const END = opcode('end')
const CALL = opcode('call')
const CALL_INDIRECT = opcode('call_indirect')
const FILL = opcode('memory.fill')
const COPY = opcode('memory.copy')

/** The words that a function takes from the Stylus stack while it runs, and the part that the operand stack has in it. */
export type Frame = {
  /** Greatest height of the operand stack over the metered body. */
  worst: number
  /** worst + declared locals (parameters excluded) + 4. */
  words: number
}

/**
 * Measures a function's frame the way Stylus does: over the body *with* the ink metering in it, without types.
 * `declaredLocals` excludes parameters; `functions` are the signatures by function index.
 */
export function frameWords(
  ops: readonly Operator[],
  declaredLocals: number,
  m: Pick<WasmModule, 'types'>,
  functions: readonly (FunctionType | undefined)[],
): Frame {
  let height = 0
  let worst = 0
  const scopes: number[] = []
  const push = (n: number) => {
    height += n
    if (height > worst) worst = height
  }
  const pop = (n: number) => {
    height = Math.max(0, height - n)
  }
  const call = (type: FunctionType | undefined) => {
    push(type?.results.length ?? 0)
    pop(type?.params.length ?? 0)
  }
  const enter = (block: BlockType) => {
    if (typeof block === 'object') {
      if ('value' in block) push(1)
      else call(m.types[block.type])
    }
    scopes.push(height)
  }

  let blockStart = true
  for (const op of ops) {
    // the charge reads the counter, pushes the price, and leaves the stack as it was
    if (blockStart) {
      push(2)
      pop(2)
    }
    blockStart = endsBlock(op.code)
    switch (op.code) {
      case BLOCK:
      case LOOP:
        enter(op.block)
        break
      case IF:
        pop(1)
        enter(op.block)
        break
      case ELSE:
        height = scopes.at(-1) ?? 0
        break
      case END:
        height = scopes.pop() ?? height
        break
      case CALL:
        call(functions[op.index])
        break
      case CALL_INDIRECT:
        call(m.types[op.index])
        pop(1)
        break
      case FILL:
      case COPY:
        // the charge parks the size in a global, peaks four words above that, and puts the size back
        pop(1)
        push(4)
        pop(4)
        push(1)
        pop(3)
        break
      default: {
        const effect = effects.get(op.code) ?? 0
        if (effect > 0) push(effect)
        else pop(-effect)
      }
    }
  }
  return { worst, words: worst + declaredLocals + 4 }
}
