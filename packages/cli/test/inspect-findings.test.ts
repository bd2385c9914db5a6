import { afterAll, expect, test } from 'vitest'
import { assemble } from '../../wasm/test/wat.ts'
import { workbench } from './run.ts'

/** Reads its input without a look at its length, and stores without a look at the caller. */
const CARELESS = `(module
  (import "vm_hooks" "read_args" (func $read_args (param i32)))
  (import "vm_hooks" "storage_cache_bytes32" (func $store (param i32 i32)))
  (import "vm_hooks" "storage_flush_cache" (func $flush (param i32)))
  (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param i32) (result i32)
    (call $read_args (i32.const 512))
    (call $store (i32.const 512) (i32.const 544))
    (call $flush (i32.const 0))
    (i32.const 0)))`

const bench = workbench()
bench.put('careless.wasm', assemble(CARELESS))
afterAll(() => bench.remove())

test('inspect says what, why and what next, and still ends with 0: it would activate', async () => {
  const ran = await bench.inkling('inspect careless.wasm')
  expect(ran.code).toBe(0)
  expect(ran.out).toMatch(/serious +anyone-writes\n[\s\S]*why: [\s\S]*next: [\s\S]*serious +fixed-buffer/)
})

test('--fail-on makes a gate of it, and --json has the same', async () => {
  for (const limit of ['serious', 'look', 'note'])
    expect(await bench.inkling(`inspect careless.wasm --fail-on ${limit}`)).toMatchObject({ code: 1 })
  const { findings } = (await bench.inkling('inspect careless.wasm --json')).json() as {
    findings: { id: string }[]
  }
  expect(findings.map(({ id }) => id)).toEqual(['anyone-writes', 'fixed-buffer', 'keeps-ether'])
  expect(await bench.inkling('inspect careless.wasm --fail-on never')).toMatchObject({ code: 2 })
})

test('a module that says nothing serious passes the gate', async () => {
  bench.put(
    'quiet.wasm',
    assemble(
      '(module (memory (export "memory") 1 1) (func (export "user_entrypoint") (param i32) (result i32) (i32.const 0)))',
    ),
  )
  expect(await bench.inkling('inspect quiet.wasm --fail-on look')).toMatchObject({ code: 0 })
  expect(await bench.inkling('inspect quiet.wasm --fail-on note')).toMatchObject({ code: 1 })
})

test('what can not be read far enough has no findings, and says why', async () => {
  bench.put('simd.wasm', Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b]))
  const ran = await bench.inkling('inspect simd.wasm --json')
  expect(ran.code).toBe(1)
  expect(ran.json()).toMatchObject({ findings: null, activates: false })
})
