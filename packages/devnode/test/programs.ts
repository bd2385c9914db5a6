import { canonicalise } from '@inkling/wasm'
import { compress } from '@inkling/wasm/brotli'
import wabt from 'wabt'

/** Assembles WebAssembly text into contract code. */
export async function assemble(wat: string): Promise<Uint8Array> {
  const module = (await wabt()).parseWat('test.wat', wat)
  return compress(canonicalise(module.toBinary({}).buffer))
}

/** Returns its calldata; reverts with it when the first byte is 0xff; spins for ever when it is 0xee; traps on 0xdd. */
export const ECHO = `(module
  (import "vm_hooks" "read_args" (func $read (param i32)))
  (import "vm_hooks" "write_result" (func $write (param i32 i32)))
  (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param $n i32) (result i32)
    (call $read (i32.const 0))
    (if (i32.eq (i32.load8_u (i32.const 0)) (i32.const 0xee)) (then (loop $l (br $l))))
    (if (i32.eq (i32.load8_u (i32.const 0)) (i32.const 0xdd)) (then unreachable))
    (call $write (i32.const 0) (local.get $n))
    (i32.eq (i32.load8_u (i32.const 0)) (i32.const 0xff))))`
