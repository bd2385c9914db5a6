import { METER_GLOBALS, pageGas } from '../src/index.ts'

const INK_PRICE = 10000
const HOSTIO = 8400n
const bytesOver = (n: number, rate: bigint) => BigInt(Math.max(0, n - 32)) * rate
const U64 = 2n ** 64n

class Exhausted extends Error {}

/** How a run ended. Ink is what is left; 0 if it ran out. */
export type Outcome = {
  end: 'success' | 'revert' | 'trap' | 'out of ink' | 'out of stack'
  inkLeft: bigint
  stackLeft: number
  output: Uint8Array
  trace: [name: string, before: bigint, after: bigint][]
}

/**
 * Runs a metered module with the few host functions that pure computation needs. A small stand-in for the devnode,
 * so that this package's tests do not depend on it.
 */
export function run(
  metered: Uint8Array,
  options: { ink: bigint; stack?: number; args?: Uint8Array; pages?: number },
): Outcome {
  const args = options.args ?? new Uint8Array()
  const trace: Outcome['trace'] = []
  let output: Uint8Array = new Uint8Array()
  const pages = { open: options.pages ?? 1, ever: options.pages ?? 1 }
  const counters = () => METER_GLOBALS.map((name) => instance.exports[name] as WebAssembly.Global)
  const left = () => BigInt.asUintN(64, counters()[0]!.value)
  const memory = () => new Uint8Array((instance.exports.memory as WebAssembly.Memory).buffer)
  const buy = (ink: bigint) => {
    if (left() < ink) {
      counters()[0]!.value = 0n
      counters()[1]!.value = 1
      throw new Exhausted()
    }
    counters()[0]!.value = left() - ink
  }
  const hook =
    (name: string, body: (...args: number[]) => unknown) =>
    (...values: number[]) => {
      const before = left()
      const entry: [string, bigint, bigint] = [name, before, 0n]
      const result = body(...values)
      entry[2] = left()
      trace.push(entry)
      return result
    }
  const vm_hooks: Record<string, WebAssembly.ImportValue> = {
    read_args: hook('read_args', (at) => {
      buy(HOSTIO + 5040n + bytesOver(args.length, 30n))
      memory().set(args, at! >>> 0)
    }),
    write_result: hook('write_result', (at, length) => {
      buy(HOSTIO + 2n * (16381n + bytesOver(length! >>> 0, 55n)))
      output = memory().slice(at! >>> 0, (at! >>> 0) + (length! >>> 0))
    }),
    pay_for_memory_grow: hook('pay_for_memory_grow', (requested) => {
      const count = requested! & 0xffff
      const gas = count === 0 ? 0 : pageGas(count, pages.open, pages.ever)
      if (count === 0) buy(HOSTIO)
      else buy(gas === Number.POSITIVE_INFINITY ? U64 - 1n : BigInt(gas) * BigInt(INK_PRICE))
      pages.open += count
      pages.ever = Math.max(pages.ever, pages.open)
    }),
    chainid: hook('chainid', () => {
      buy(HOSTIO)
      return 412346n
    }),
  }
  const module = new WebAssembly.Module(metered as Uint8Array<ArrayBuffer>)
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = { vm_hooks, console: {} }
  for (const i of WebAssembly.Module.imports(module)) {
    // log_* print, tee_* also give their argument back; both are free
    if (i.module === 'console') imports.console![i.name] = (value: unknown) => value
    imports[i.module]![i.name] ??= () => {
      throw new Error(`The test host has no ${i.module}.${i.name}`)
    }
  }
  const instance = new WebAssembly.Instance(module, imports)
  const [ink, status, , stack] = counters()
  ink!.value = options.ink
  stack!.value = options.stack ?? 22000
  const finish = (end: Outcome['end']): Outcome => ({
    end,
    inkLeft: end === 'out of ink' || end === 'out of stack' ? 0n : left(),
    stackLeft: stack!.value,
    output: end === 'success' || end === 'revert' ? output : new Uint8Array(),
    trace,
  })
  try {
    const result = (instance.exports.user_entrypoint as (n: number) => number)(args.length)
    return finish(result === 0 ? 'success' : 'revert')
  } catch (error) {
    if (stack!.value === 0) return finish('out of stack')
    if (status!.value !== 0) return finish('out of ink')
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return finish('trap')
    throw error
  }
}
