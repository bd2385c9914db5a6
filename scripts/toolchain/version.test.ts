import { expect, test } from 'vitest'
import { isAtLeast, versionIn } from './version.mjs'
import { wasmCargoArgs } from './wasm-cargo-args.mjs'

test('versions compare by number', () => {
  expect(isAtLeast('1.100.0', '1.91.0')).toBe(true)
  expect(isAtLeast('1.91.0', '1.91.0')).toBe(true)
  expect(isAtLeast('1.90.9', '1.91.0')).toBe(false)
  expect(isAtLeast(undefined, '1.91.0')).toBe(false)
})

test('a version is found in what a tool says', () => {
  expect(versionIn('rustc 1.96.0 (ac68faa20 2026-05-25)')).toBe('1.96.0')
  expect(versionIn('1.96.0+dfsg1-1~deb12u2')).toBe('1.96.0')
  expect(versionIn('no number')).toBeUndefined()
})

test('a raw contract builds only the part of the library it uses', () => {
  const debian = { extraArgs: ['-Z', 'build-std=std,panic_abort'] } as Parameters<typeof wasmCargoArgs>[0]
  expect(wasmCargoArgs(debian, 'sdk')).toContain('build-std=std,panic_abort')
  expect(wasmCargoArgs(debian, 'raw')).toContain('build-std=core,panic_abort')
  expect(wasmCargoArgs(debian, 'raw', { alloc: true })).toContain('build-std=core,alloc,panic_abort')
})
