import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../bootstrap/paths.mjs'
import { allowed, importFaults, licenceFaults, lockedPackages } from './licences.ts'

const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')

test.each([
  'GPL-3.0',
  'GPL-3.0-only',
  'AGPL-3.0-or-later',
  'LGPL-2.1',
  'BUSL-1.1',
  'UNLICENSED',
  'SEE LICENSE IN X',
  '',
])('%s may not be bundled', (licence) => expect(allowed(licence)).toBe(false))

test('expressions: one of the alternatives, all of the parts', () => {
  expect(allowed('(MIT OR GPL-3.0)')).toBe(true)
  expect(allowed('Apache-2.0 AND MIT')).toBe(true)
  expect(allowed('MIT AND GPL-3.0')).toBe(false)
})

describe('the tree of packages', () => {
  test('has hundreds of them, all on the list', () => {
    expect(lockedPackages(lock).length).toBeGreaterThan(200)
  })

  test('a GPL package planted in the lockfile is found, wherever it hangs', () => {
    const tree = JSON.parse(lock)
    tree.packages['node_modules/snarkjs'] = { version: '0.7.6', license: 'GPL-3.0', dev: true }
    tree.packages['node_modules/vite/node_modules/quiet'] = { version: '1.0.0' }
    const before = licenceFaults(lockedPackages(lock))
    const faults = licenceFaults(lockedPackages(JSON.stringify(tree))).filter(
      (fault) => !before.includes(fault),
    )
    expect(faults).toHaveLength(2)
    expect(faults[0]).toContain('node_modules/snarkjs is under GPL-3.0')
    expect(faults[1]).toContain('names no licence')
  })

  test('what is installed counts more than what the lockfile says', () => {
    const tree = JSON.stringify({ packages: { 'node_modules/a': { license: 'MIT' } } })
    expect(licenceFaults(lockedPackages(tree, () => 'GPL-3.0'))).toHaveLength(1)
  })
})

test('an import of a GPL tool in our own files is found', () => {
  const text = (line: string) => [{ path: 'x.ts', text: line }]
  for (const line of [
    `import * as s from '${'snark'}js'`,
    `await import('${'circom'}2')`,
    `require("${'ffjava'}script")`,
  ])
    expect(importFaults(text(line)), line).toHaveLength(1)
  expect(importFaults(text("import { prove } from '@inkling/proof'"))).toEqual([])
})
