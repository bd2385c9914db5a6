import type { ExecResult, Log, Message } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import { bytesToBigint, bytesToHex, hexToBytes } from '../../bytes.ts'
import type { ArbitrumEvm } from '../../evm/arbitrumEvm.ts'
import { arbitrumError, OUT_OF_GAS, REVERT } from '../../evm/errors.ts'
import {
  BurnAll,
  type Method,
  type MethodCall,
  NOTHING,
  type Precompile,
  PrecompileRevert,
  READ,
} from './types.ts'

export interface PrecompileInput {
  message: Message
  gasLimit: bigint
  evm: ArbitrumEvm
}
export type PrecompileSet = ReadonlyMap<string, (input: PrecompileInput) => Promise<ExecResult>>

const wordsOf = (bytes: number) => BigInt(Math.ceil(bytes / 32))

/** Wraps precompiles into what the EVM calls. Common gas rules: Stylus VM specification, 3.2 and 3.10. */
export function precompileSet(precompiles: Precompile[], arbos: number): PrecompileSet {
  return new Map(precompiles.map((p) => [p.address.slice(2), (input) => runPrecompile(p, input, arbos)]))
}

async function runPrecompile(
  precompile: Precompile,
  { message, gasLimit, evm }: PrecompileInput,
  arbos: number,
): Promise<ExecResult> {
  const input = message.data
  let left = gasLimit
  const logs: Log[] = []
  const self = precompile.address.slice(2)
  const selfBytes = new Address(hexToBytes(self)).bytes
  const call: MethodCall = {
    evm,
    state: evm.state,
    caller: message.caller.toString().slice(2),
    self,
    value: message.value,
    input,
    word: (i) => input.subarray(4 + 32 * i, 36 + 32 * i),
    uint: (i) => bytesToBigint(input.subarray(4 + 32 * i, 36 + 32 * i)),
    address: (i) => bytesToHex(input.subarray(16 + 32 * i, 36 + 32 * i)),
    burn(gas) {
      if (left < gas) {
        left = 0n
        throw new BurnAll()
      }
      left -= gas
    },
    gasLeft: () => left,
    warmAddress: (address) => evm.warmAddress(address),
    log: (topics, data) => logs.push([selfBytes, topics, data]),
  }
  const ended = (used: bigint, rest: Partial<ExecResult>): ExecResult => ({
    executionGasUsed: used,
    returnValue: NOTHING,
    logs: [],
    ...rest,
  })

  let free = false
  try {
    const method = precompile.methods[bytesToHex(input.subarray(0, 4))]
    if (input.length < 4 || !method || !available(method, arbos) || !mayCall(method, message))
      throw new BurnAll()
    if (input.length < 4 + 32 * method.args) throw new BurnAll()
    if (method.kind !== 'pure') call.burn(READ)
    call.burn(3n * wordsOf(input.length - 4))
    free = precompile.authorize?.(call) ?? false
    const output = await method.run(call)
    precompile.after?.(call)
    call.burn(3n * wordsOf(output.length))
    return ended(free ? 0n : gasLimit - left, { returnValue: output, logs })
  } catch (e) {
    if (e instanceof PrecompileRevert) {
      const cost = 3n * wordsOf(e.data.length)
      const used = free ? 0n : gasLimit - left + cost
      if (used > gasLimit) return ended(gasLimit, { exceptionError: arbitrumError(OUT_OF_GAS) })
      const error = arbitrumError(REVERT)
      if (e.text) Object.assign(error, { nitroText: e.text })
      return ended(used, { returnValue: e.data, exceptionError: error })
    }
    if (e instanceof BurnAll) return ended(gasLimit, { exceptionError: arbitrumError(e.text ?? REVERT) })
    throw e
  }
}

const available = (m: Method, arbos: number): boolean => arbos >= (m.since ?? 0) && arbos <= (m.until ?? 1e9)

function mayCall(method: Method, message: Message): boolean {
  const writes = method.kind === 'write' || method.kind === 'payable'
  if (writes && message.isStatic) return false
  // acting as another account, only methods that touch no state may be called
  if (message.delegatecall || !message.to?.equals(message.codeAddress)) return method.kind === 'pure'
  return method.kind === 'payable' || message.value === 0n
}
