import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { RPC_METHODS } from '../src/rpc/methods.ts'

const page = readFileSync(path.join(import.meta.dirname, '../../../docs/reference/devnode-rpc.md'), 'utf8')
const PREFIX = /^(anvil|hardhat)_/

it('the reference page names every method, and none that is not there', () => {
  const named = new Set([...page.matchAll(/`([A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)`/g)].map((m) => m[1]))
  const words = new Set([...page.matchAll(/`([A-Za-z0-9]+)`/g)].map((m) => m[1]))
  const missing = Object.keys(RPC_METHODS).filter((m) =>
    PREFIX.test(m) ? !words.has(m.replace(PREFIX, '')) : !named.has(m),
  )
  expect(missing).toEqual([])
  expect([...named].filter((m) => m && !Object.hasOwn(RPC_METHODS, m))).toEqual([])
})
