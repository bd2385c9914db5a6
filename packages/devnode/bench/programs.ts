import { canonicalise, instrument } from '@inkling/wasm'
import { compress } from '@inkling/wasm/brotli'
import wabt from 'wabt'

const MACS = 1_000_000
/** Weights and inputs that the loop goes over again and again; 16 kB each. */
const ROW = 16_384

/** Returns at once. */
const TRIVIAL = `(module (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param i32) (result i32) (i32.const 0)))`

/** A million multiply-accumulates of one i8 weight and one u8 input, four to a turn as a compiler unrolls them. */
const step = (k: number) => `(local.set $sum (i32.add (local.get $sum)
  (i32.mul (i32.load8_s offset=${k} (local.get $w)) (i32.load8_u offset=${k + 32768} (local.get $w)))))`
const MAC = `(module (import "vm_hooks" "write_result" (func $write (param i32 i32)))
  (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param i32) (result i32) (local $w i32) (local $sum i32) (local $left i32)
    (local.set $left (i32.const ${MACS / 4}))
    (loop $mac
      ${[0, 1, 2, 3].map(step).join('\n')}
      (local.set $w (i32.and (i32.add (local.get $w) (i32.const 4)) (i32.const ${ROW - 1})))
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br_if $mac (local.get $left)))
    (i32.store (i32.const 0) (local.get $sum))
    (call $write (i32.const 0) (i32.const 4))
    (i32.const 0)))`

/** Loads 1,000 slots that nobody touched before. */
const COLD_LOADS = `(module (import "vm_hooks" "storage_load_bytes32" (func $load (param i32 i32)))
  (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param i32) (result i32) (local $n i32)
    (local.set $n (i32.const 1000))
    (loop $l
      (i32.store (i32.const 28) (local.get $n))
      (call $load (i32.const 0) (i32.const 32))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $l (local.get $n)))
    (i32.const 0)))`

/** Calls the contract whose address leads its calldata, as often as the byte behind it says, with 20 zero bytes. */
const CALLER = `(module (import "vm_hooks" "read_args" (func $read (param i32)))
  (import "vm_hooks" "call_contract" (func $call (param i32 i32 i32 i32 i64 i32) (result i32)))
  (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param i32) (result i32) (local $n i32)
    (call $read (i32.const 0))
    (local.set $n (i32.load8_u (i32.const 20)))
    (loop $l
      (if (call $call (i32.const 0) (i32.const 21) (i32.const 20) (i32.const 64) (i64.const -1) (i32.const 96))
        (then (return (i32.const 1))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $l (local.get $n)))
    (i32.const 0)))`

export type ProgramName = 'trivial' | 'mac' | 'coldLoads' | 'caller'
const SOURCES: Record<ProgramName, string> = {
  trivial: TRIVIAL,
  mac: MAC,
  coldLoads: COLD_LOADS,
  caller: CALLER,
}

/** Modules as they are before metering. */
export async function modules(): Promise<Record<ProgramName, Uint8Array>> {
  const { parseWat } = await wabt()
  const entries = Object.entries(SOURCES).map(([name, wat]) => {
    const { buffer } = parseWat(`${name}.wat`, wat).toBinary({})
    return [name, canonicalise(buffer)] as const
  })
  return Object.fromEntries(entries) as Record<ProgramName, Uint8Array>
}

export const asCode = (wasm: Uint8Array): Uint8Array => compress(wasm)

/** EVM code that calls the address in the first 20 bytes of its calldata, without data or value. */
export const EVM_FORWARDER = '6000600060006000600060003560601c5af160005260206000f3'

export const metered = (wasm: Uint8Array): Uint8Array => instrument(wasm, { arbos: 51, debug: true }).wasm
