import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../bootstrap/paths.mjs'
import { crateFaults, cratesOf, lockedIn } from './crate-licences.ts'

const crate = (license: string | null) => ({ name: 'x', version: '1.0.0', license, source: 'registry' })

test.each([
  'MIT/Apache-2.0',
  '(MIT OR Apache-2.0) AND Unicode-3.0',
  'Unlicense OR MIT',
  'Apache-2.0 OR GPL-3.0',
])('%s may be linked', (license) => expect(crateFaults([crate(license)])).toEqual([]))

test.each(['GPL-3.0', '(MIT OR Apache-2.0) AND GPL-3.0', 'MIT AND (GPL-2.0 OR LGPL-3.0)', '', null])(
  '%s is a fault',
  (license) => expect(crateFaults([crate(license)])).toHaveLength(1),
)

test('a lab’s lockfile names crates of others, and our own are left out', () => {
  const lock = readFileSync(join(root, 'labs/01-decision-tree/contract/Cargo.lock'), 'utf8')
  const names = lockedIn(lock)
  expect(names.length).toBeGreaterThan(50)
  expect(names.some((name) => name.startsWith('stylus-sdk '))).toBe(true)
  expect(names.some((name) => name.startsWith('lab01'))).toBe(false)
  const packages = [crate('MIT'), { ...crate('MIT'), source: null }]
  expect(cratesOf(JSON.stringify({ packages }))).toHaveLength(1)
})
