import { describe, expect, test } from 'vitest'
import { installedMatchesLock, madeForThisMachine } from './packages.mjs'

const here = { os: [process.platform], cpu: [process.arch] }
const elsewhere = { os: ['aix'], cpu: ['ppc'] }
const lock = (packages: object) => JSON.stringify({ packages })

describe('node_modules is of this lockfile', () => {
  const wanted = { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }

  test('when every package has the version and the hash', () => {
    expect(
      installedMatchesLock(
        lock(wanted),
        lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }),
      ),
    ).toBe(true)
  })
  test('not when a package is missing, older, or another of the same version', () => {
    expect(installedMatchesLock(lock(wanted), lock({}))).toBe(false)
    expect(
      installedMatchesLock(
        lock(wanted),
        lock({ 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }),
      ),
    ).toBe(false)
    expect(
      installedMatchesLock(
        lock(wanted),
        lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }),
      ),
    ).toBe(false)
  })
  test('not when npm was stopped before it wrote its record, or the record is broken', () => {
    expect(installedMatchesLock(lock(wanted), '')).toBe(false)
    expect(installedMatchesLock(lock(wanted), '{"packages":')).toBe(false)
  })
  test('optional packages of other machines may be absent, those of this machine may not', () => {
    expect(installedMatchesLock(lock({ 'node_modules/x': { optional: true, ...elsewhere } }), lock({}))).toBe(
      true,
    )
    expect(installedMatchesLock(lock({ 'node_modules/x': { optional: true, ...here } }), lock({}))).toBe(
      false,
    )
  })
  test('not when a command of one of our packages has not been linked', () => {
    expect(
      installedMatchesLock(lock({ 'packages/z': { bin: { 'no-such-command': 'z.mjs' } } }), lock({})),
    ).toBe(false)
  })
})

test('a package for another C library is not for this machine', () => {
  expect(madeForThisMachine(here)).toBe(true)
  expect(madeForThisMachine({ ...here, libc: ['no-such-libc'] })).toBe(false)
  expect(madeForThisMachine({})).toBe(false)
})
