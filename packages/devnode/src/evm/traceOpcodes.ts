import type { EVM } from '@ethereumjs/evm'
import type { State } from '../state/state.ts'
import { arbitrumError, INVALID_OPCODE, REVERT } from './errors.ts'

/** Opcodes that open a frame, by the name a Stylus trace gives them. */
const FRAME_OPCODES: Readonly<Record<number, string>> = {
  240: 'evm_create1',
  241: 'evm_call_contract',
  242: 'evm_call_contract',
  244: 'evm_delegate_call_contract',
  245: 'evm_create2',
  250: 'evm_static_call_contract',
}
const SELFDESTRUCT = 0xff
/** Arbitrum has no blobs, and a contract that asks for their price fails. */
const BLOBBASEFEE = 0x4a

export interface OpcodeHooks {
  state: State
  isProgram(code: Uint8Array): boolean
  /** An EVM frame is about to open another frame with this opcode. */
  frameOpens(name: string): void
  selfDestructs(): void
}

interface Entry {
  opHandler: (runState: RunState, common: unknown) => unknown
}
interface RunState {
  interpreter: { getAddress(): { toString(): string } }
}

/** Wraps the handlers of the EVM's call, create and selfdestruct opcodes. Gas is charged before a handler runs. */
export function hookOpcodes(evm: EVM, hooks: OpcodeHooks): void {
  const map = (evm as unknown as { _opcodeMap: Entry[] })._opcodeMap
  const wrap = (opcode: number, before: (runState: RunState) => void): void => {
    const entry = map[opcode]
    if (!entry) return
    const handler = entry.opHandler
    map[opcode] = {
      ...entry,
      opHandler: (runState, common) => {
        before(runState)
        return handler(runState, common)
      },
    }
  }
  for (const [opcode, name] of Object.entries(FRAME_OPCODES))
    wrap(Number(opcode), () => hooks.frameOpens(name))
  wrap(BLOBBASEFEE, () => {
    throw arbitrumError(INVALID_OPCODE)
  })
  wrap(SELFDESTRUCT, (runState) => {
    const acting = runState.interpreter.getAddress().toString().slice(2)
    if (hooks.isProgram(hooks.state.code(acting))) throw arbitrumError(REVERT)
    hooks.selfDestructs()
  })
}
