import { METER_GLOBALS } from '@inkling/wasm'

/** Milliseconds of the entry point of a module by itself, metered or not: the median once the optimizing tier is in. */
export function bareMs(wasm: Uint8Array): number {
  const imports = { vm_hooks: { write_result: () => {} } }
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>), imports)
  const [ink, , , stack] = METER_GLOBALS.map(
    (name) => instance.exports[name] as WebAssembly.Global | undefined,
  )
  const run = instance.exports.user_entrypoint as (length: number) => number
  const times: number[] = []
  for (let i = 0; i < 400; i++) {
    if (ink) ink.value = 1n << 60n
    if (stack) stack.value = 22_000
    const start = performance.now()
    run(0)
    if (i >= 200) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[times.length >> 1] as number
}
