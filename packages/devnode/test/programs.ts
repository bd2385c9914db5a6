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

/**
 * Calls another contract: calldata is kind (0 call, 1 delegate call, 2 static call), target (20 bytes), value (32
 * bytes) and what to call it with. Answers or reverts with what came back.
 */
export const RELAY = `(module
  (import "vm_hooks" "read_args" (func $read (param i32)))
  (import "vm_hooks" "write_result" (func $write (param i32 i32)))
  (import "vm_hooks" "call_contract" (func $call (param i32 i32 i32 i32 i64 i32) (result i32)))
  (import "vm_hooks" "delegate_call_contract" (func $delegate (param i32 i32 i32 i64 i32) (result i32)))
  (import "vm_hooks" "static_call_contract" (func $static (param i32 i32 i32 i64 i32) (result i32)))
  (import "vm_hooks" "read_return_data" (func $returned (param i32 i32 i32) (result i32)))
  (memory (export "memory") 2 2)
  (func (export "user_entrypoint") (param $n i32) (result i32)
    (local $status i32) (local $kind i32) (local $data i32)
    (call $read (i32.const 0))
    (local.set $kind (i32.load8_u (i32.const 0)))
    (local.set $data (i32.sub (local.get $n) (i32.const 53)))
    (if (i32.eqz (local.get $kind)) (then (local.set $status
      (call $call (i32.const 1) (i32.const 53) (local.get $data) (i32.const 21) (i64.const -1) (i32.const 131068)))))
    (if (i32.eq (local.get $kind) (i32.const 1)) (then (local.set $status
      (call $delegate (i32.const 1) (i32.const 53) (local.get $data) (i64.const -1) (i32.const 131068)))))
    (if (i32.eq (local.get $kind) (i32.const 2)) (then (local.set $status
      (call $static (i32.const 1) (i32.const 53) (local.get $data) (i64.const -1) (i32.const 131068)))))
    (call $write (i32.const 65536)
      (call $returned (i32.const 65536) (i32.const 0) (i32.load (i32.const 131068))))
    (i32.ne (local.get $status) (i32.const 0))))`

/** Keeps a word in slot 0: 32 bytes of calldata set it and are logged as a topic; without calldata it answers with it. */
export const KEEP = `(module
  (import "vm_hooks" "read_args" (func $read (param i32)))
  (import "vm_hooks" "write_result" (func $write (param i32 i32)))
  (import "vm_hooks" "storage_load_bytes32" (func $load (param i32 i32)))
  (import "vm_hooks" "storage_cache_bytes32" (func $cache (param i32 i32)))
  (import "vm_hooks" "storage_flush_cache" (func $flush (param i32)))
  (import "vm_hooks" "emit_log" (func $log (param i32 i32 i32)))
  (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param $n i32) (result i32)
    (if (i32.eqz (local.get $n))
      (then (call $load (i32.const 256) (i32.const 512)) (call $write (i32.const 512) (i32.const 32)))
      (else
        (call $read (i32.const 0))
        (call $cache (i32.const 256) (i32.const 0))
        (call $flush (i32.const 0))
        (call $log (i32.const 0) (i32.const 32) (i32.const 1))))
    (i32.const 0)))`
