/*
 * How much metering slows a multiply-accumulate loop down: `node packages/wasm/test/bench-mac.ts`.
 * The loop is what a quantized dense layer compiles to: one i8 weight and one u8 input a turn.
 */
import { instrument, METER_GLOBALS } from '../src/index.ts'
import { assemble } from './wat.ts'

const LENGTH = 16384
const ROUNDS = 2000

const mac = (unroll: number) => {
  const step = (k: number) => `
    (local.set $sum (i32.add (local.get $sum)
      (i32.mul (i32.load8_s offset=${k} (local.get $w)) (i32.load8_u offset=${k + 32768} (local.get $w)))))`
  return assemble(`(module (memory (export "memory") 1 1)
    (func (export "user_entrypoint") (param $rounds i32) (result i32) (local $w i32) (local $sum i32)
      (loop $round
        (local.set $w (i32.const 0))
        (loop $mac
          ${Array.from({ length: unroll }, (_, k) => step(k)).join('')}
          (local.set $w (i32.add (local.get $w) (i32.const ${unroll})))
          (br_if $mac (i32.lt_u (local.get $w) (i32.const ${LENGTH}))))
        (local.set $rounds (i32.sub (local.get $rounds) (i32.const 1)))
        (br_if $round (local.get $rounds)))
      (local.get $sum)))`)
}

function seconds(wasm: Uint8Array): number {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>))
  const ink = instance.exports[METER_GLOBALS[0]] as WebAssembly.Global | undefined
  const stack = instance.exports[METER_GLOBALS[3]] as WebAssembly.Global | undefined
  const memory = new Uint8Array((instance.exports.memory as WebAssembly.Memory).buffer)
  memory.forEach((_, i) => {
    memory[i] = i * 31
  })
  const run = instance.exports.user_entrypoint as (rounds: number) => number
  const once = (rounds: number) => {
    if (ink) ink.value = 1n << 62n
    if (stack) stack.value = 22000
    const start = performance.now()
    run(rounds)
    return (performance.now() - start) / 1000
  }
  for (let i = 0; i < 20; i++) once(50) // until the optimizing tier is in
  return Math.min(...Array.from({ length: 7 }, () => once(ROUNDS)))
}

for (const unroll of [1, 4]) {
  const plain = mac(unroll)
  const metered = instrument(plain, { arbos: 51, debug: false }).wasm
  const [a, b] = [seconds(plain), seconds(metered)]
  const rate = (s: number) => `${((LENGTH * ROUNDS) / s / 1e6).toFixed(0)} M MAC/s`
  console.log(`unroll ${unroll}: plain ${rate(a)}, metered ${rate(b)}, slowdown ${(b / a).toFixed(2)}`)
}
