import { packBytes } from '../../input/pack-input.ts'
import { predict } from '../../reference/predict.ts'
import type { Model } from '../../types.ts'
import type { DataContract } from '../data/data-contract.ts'
import type { Build } from '../types.ts'

/** A module in the JavaScript engine, without metering: fast enough for every vector. */
export async function runKernel(
  wasm: Uint8Array,
  contracts: readonly DataContract[] = [],
): Promise<(input: Uint8Array) => { status: number; output: Uint8Array }> {
  let input = new Uint8Array()
  let output = new Uint8Array()
  let memory: WebAssembly.Memory | undefined
  const { instance } = await WebAssembly.instantiate(wasm as BufferSource, {
    vm_hooks: {
      pay_for_memory_grow() {},
      read_args: (at: number) => new Uint8Array(memory!.buffer).set(input, at),
      account_code: (address: number, offset: number, size: number, to: number) => {
        const bytes = new Uint8Array(memory!.buffer)
        const name = `0x${Buffer.from(bytes.slice(address, address + 20)).toString('hex')}`
        const code = contracts.find((contract) => contract.address === name)?.code ?? new Uint8Array()
        const part = code.subarray(offset, offset + size)
        bytes.set(part, to)
        return part.length
      },
      write_result: (at: number, length: number) => {
        output = new Uint8Array(memory!.buffer).slice(at, at + length)
      },
    },
  })
  memory = instance.exports.memory as WebAssembly.Memory
  const entry = instance.exports.user_entrypoint as (length: number) => number
  return (bytes) => {
    // a call starts with the memory of the module, not with what the last call left
    new Uint8Array(memory!.buffer, 0, Math.ceil(bytes.length / 8) * 8 + 8).fill(0)
    input = Uint8Array.from(bytes)
    output = new Uint8Array()
    return { status: entry(bytes.length), output }
  }
}

/** What the kernel should give for some values, as bytes. */
export function expected(
  model: Model,
  build: Build,
  values: number[],
): { input: Uint8Array; output: Uint8Array } {
  const { scores, label } = predict(model, values)
  const output = build === 'label' ? Uint8Array.of(label) : new Uint8Array(Int32Array.from(scores).buffer)
  return { input: packBytes(model, values), output }
}
