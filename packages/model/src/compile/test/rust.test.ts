import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadModel } from '../../load-model.ts'
import type { Model } from '../../types.ts'
import { emitRust, estimate, planModel } from '../index.ts'
import { arbitraryNet, arbitraryTrees } from './arbitrary-models.ts'
import { denseModel } from './dense-models.ts'

const folder = path.join(import.meta.dirname, '../../../models')
const model = denseModel([12, 10, 3], { seed: 3, packing: 'u8', min: 0, max: 100, weight: 20, high: 15 })

test('a raw contract: unsafe in host.rs only, no standard library', () => {
  const files = emitRust(planModel(model, { build: 'label' }), { shell: 'raw' })
  expect(Object.keys(files).sort()).toEqual([
    'Cargo.toml',
    'rust-toolchain.toml',
    'src/host.rs',
    'src/kernel.rs',
    'src/lib.rs',
  ])
  expect(files['src/lib.rs']).toContain('#![no_std]')
  expect(files['src/kernel.rs']).toContain('#![forbid(unsafe_code)]')
  for (const [path, text] of Object.entries(files))
    if (path.endsWith('.rs') && path !== 'src/host.rs') expect(text).not.toMatch(/unsafe [{e]/)
  expect(files['Cargo.toml']).toContain('name = "random-12-10-3"')
  expect(files['src/kernel.rs']).toContain(model.sha256)
})

test('an SDK contract has both methods, whatever the build of the plan', () => {
  const files = emitRust(planModel(model, { build: 'label' }), { shell: 'sdk' })
  for (const name of ['classify', 'scores', 'input_length', 'model_hash'])
    expect(files['src/contract.rs']).toContain(`pub fn ${name}(`)
  expect(files['src/error.rs']).toContain('error WrongLength(uint256 expected, uint256 actual);')
  expect(files['src/kernel.rs']).toContain('pub fn scores(')
  expect(files['src/input.rs']).toContain('(0..=100).contains(&value)')
})

test('every name is defined once, before it is used', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryNet, arbitraryTrees), (random) => {
      const kernel = emitRust(planModel(random, { build: 'scores' }), { shell: 'raw' })['src/kernel.rs']!
      const body = kernel.slice(kernel.indexOf('pub fn scores'))
      const defined = new Set<string>()
      for (const line of body.split('\n')) {
        const name = /^\s*let (?:mut )?(\w+) =/.exec(line)?.[1]
        const text = name === undefined ? line : line.slice(line.indexOf('=') + 1)
        for (const [used] of text.matchAll(/\b(?:x|h|v|word|layer|sum)\d[\d_]*\b/g))
          expect(defined).toContain(used)
        if (name === undefined) continue
        expect(defined).not.toContain(name)
        defined.add(name)
      }
      expect(kernel).not.toMatch(/undefined|NaN|\[object/)
    }),
    { numRuns: 60, seed: 4 },
  )
})

test('a table needs no check, and no more entries than it has where interpolation leaves the last one out', () => {
  const model = loadModel(readFileSync(path.join(folder, 'anes96-probability.model.json'), 'utf8')) as Model
  const kernel = emitRust(planModel(model, { build: 'scores' }), { shell: 'raw' })['src/kernel.rs']!
  const table = 'layers' in model && model.layers.find((layer) => layer.type === 'table')
  const entries = table ? table.values.shape[0]! : 0
  expect(Math.log2(entries - 1) % 1).toBe(0)
  expect(kernel).toContain(`static TABLE_0: [i16; ${entries}]`)
  expect(kernel).toContain(`TABLE_0[1..].first_chunk::<${entries - 1}>().unwrap()`)
})

test('a net with more values in one function than rustc has locals for goes into two', () => {
  const wide = denseModel([256, 12, 3], { seed: 4, packing: 'u8', min: 0, max: 255, weight: 127, shift: 12 })
  const plan = planModel(wide, { build: 'scores', placement: 'code' })
  expect(estimate(plan).functions).toBe(1)
  expect(estimate(plan).locals).toBeGreaterThan(260)
  const kernel = emitRust(plan, { shell: 'raw' })['src/kernel.rs']!
  expect(kernel.split('#[inline(never)]').length).toBe(2)
  expect(kernel).not.toMatch(/undefined|NaN/)
})
