import { expect, test } from 'vitest'
import { crateFaults, cratesOf, lockIsStale } from './crate-licences.ts'

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

test('crates of this clone are left out', () => {
  const packages = [crate('MIT'), { ...crate('MIT'), source: null }]
  expect(cratesOf(JSON.stringify({ packages }))).toHaveLength(1)
})

test('a lockfile that is not of its manifests is told from a crate that is not downloaded', () => {
  const stale = 'error: cannot update the lock file Cargo.lock because --locked was passed to prevent this'
  const old = 'error: the lock file Cargo.lock needs to be updated but --locked was passed to prevent this'
  const absent =
    'error: failed to download `serde v1.0.228`\nattempting to make an HTTP request, but --offline was specified'
  expect([stale, old, absent].map(lockIsStale)).toEqual([true, true, false])
})
