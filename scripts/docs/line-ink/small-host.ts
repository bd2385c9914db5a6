import { keccak_256 } from '@noble/hashes/sha3.js'

/** One contract by itself: enough of a host for a call that stays inside it. Charges nothing. */
export class SmallHost {
  readonly #storage = new Map<string, Uint8Array>()
  #memory: WebAssembly.Memory | undefined
  #calldata = new Uint8Array()
  readonly #sender: Uint8Array
  readonly #contract: Uint8Array

  /** @param sender who calls, 20 bytes; `contract` where the program stands */
  constructor(sender: Uint8Array, contract: Uint8Array) {
    this.#sender = sender
    this.#contract = contract
  }

  /**
   * Runs a program from its entrypoint.
   *
   * @returns its exports, for the counters in them
   * @throws Error when the call fails, or asks for a host call that this host doesn't have
   */
  call(program: WebAssembly.Module, calldata: Uint8Array): WebAssembly.Exports {
    const calls = this.#calls()
    const hooks: Record<string, CallableFunction> = {}
    for (const { module, name } of WebAssembly.Module.imports(program)) {
      if (module !== 'vm_hooks' || !(name in calls))
        throw new Error(`the small host has no call ${module}.${name}`)
      hooks[name] = calls[name]!
    }
    const { exports } = new WebAssembly.Instance(program, { vm_hooks: hooks } as WebAssembly.Imports)
    this.#memory = exports.memory as WebAssembly.Memory
    this.#calldata = new Uint8Array(calldata)
    const status = (exports.user_entrypoint as (length: number) => number)(calldata.length)
    if (status !== 0) throw new Error(`the call failed with status ${status}`)
    return exports
  }

  #calls(): Record<string, (...args: number[]) => unknown> {
    const at = (pointer: number, length: number) =>
      new Uint8Array(this.#memory!.buffer, pointer >>> 0, length)
    const key = (pointer: number) => Buffer.from(at(pointer, 32)).toString('hex')
    return {
      read_args: (to) => at(to!, this.#calldata.length).set(this.#calldata),
      write_result: () => undefined,
      pay_for_memory_grow: () => undefined,
      msg_reentrant: () => 0,
      msg_value: (to) => at(to!, 32).fill(0),
      msg_sender: (to) => at(to!, 20).set(this.#sender),
      contract_address: (to) => at(to!, 20).set(this.#contract),
      emit_log: () => undefined,
      storage_load_bytes32: (slot, to) =>
        at(to!, 32).set(this.#storage.get(key(slot!)) ?? new Uint8Array(32)),
      storage_cache_bytes32: (slot, from) => {
        this.#storage.set(key(slot!), at(from!, 32).slice())
      },
      storage_flush_cache: () => undefined,
      native_keccak256: (from, length, to) => at(to!, 32).set(keccak_256(at(from!, length!).slice())),
    }
  }
}
