import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { artefactKey, contractInputsHash } from './inputs.ts'

function lab(): { write(path: string, text: string): void; hash(): string } {
  const root = mkdtempSync(join(tmpdir(), 'inputs-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return {
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    hash: () => contractInputsHash(join(root, 'labs/01-x/contract')),
  }
}

test('content counts, build folders and line ends do not', () => {
  const world = lab()
  world.write('labs/01-x/contract/Cargo.toml', '[package]\n')
  world.write('labs/01-x/contract/src/lib.rs', 'fn a() {}\n')
  const first = world.hash()
  world.write('labs/01-x/contract/target/debug/x', 'junk')
  world.write('labs/01-x/contract/src/lib.rs', 'fn a() {}\r\n')
  expect(world.hash()).toBe(first)
  world.write('labs/01-x/contract/src/lib.rs', 'fn b() {}\n')
  expect(world.hash()).not.toBe(first)
})

test('path dependencies and included data outside the contract count', () => {
  const world = lab()
  world.write('labs/01-x/contract/Cargo.toml', 'k = { path = "../../../rust-crates/k" }\n')
  world.write('labs/01-x/contract/src/lib.rs', 'static D: &[u8] = include_bytes!("../../data/m.bin");\n')
  world.write('rust-crates/k/Cargo.toml', '[package]\n')
  world.write('rust-crates/k/src/lib.rs', 'fn k() {}\n')
  world.write('labs/01-x/data/m.bin', 'one')
  const first = world.hash()
  world.write('rust-crates/k/src/lib.rs', 'fn l() {}\n')
  const second = world.hash()
  world.write('labs/01-x/data/m.bin', 'two')
  expect(new Set([first, second, world.hash()]).size).toBe(3)
})

test('another build or toolchain has another key', () => {
  expect(
    new Set([artefactKey('a', 'plain', 'x'), artefactKey('a', 'steps', 'x'), artefactKey('a', 'plain', 'y')])
      .size,
  ).toBe(3)
})
