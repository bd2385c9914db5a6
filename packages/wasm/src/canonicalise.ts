import { ByteWriter } from './bytes.ts'
import { decodeModule, readBodyOperators } from './decodeModule.ts'
import { encodeModule } from './encodeModule.ts'
import { opcode } from './operators.ts'
import { writeOperator } from './readOperator.ts'

const NEEDS_DATA_COUNT = new Set([opcode('memory.init'), opcode('data.drop')])

/**
 * Rewrites what cargo made into the form that Stylus accepts: the table index of `call_indirect` in one byte, no
 * DataCount section, every number in its shortest form. The instructions stay the same, so their ink does, too.
 * A canonical module comes back byte for byte.
 *
 * @throws WasmFormatError if the bytes are not a module.
 * @throws StylusRuleError if it uses a WebAssembly proposal that no rewriting can take out.
 */
export function canonicalise(wasm: Uint8Array): Uint8Array {
  const m = decodeModule(wasm)
  let dataCount: number | undefined
  const bodies = m.bodies.map((body) => {
    const w = new ByteWriter()
    for (const op of readBodyOperators(m, body, { overlong: true })) {
      // these two need the section; Stylus refuses them, and inspect() says so better than an engine would
      if (NEEDS_DATA_COUNT.has(op.code)) dataCount = m.dataCount
      writeOperator(w, op)
    }
    return { ...body, code: w.done() }
  })
  return encodeModule({ ...m, bodies, dataCount })
}
