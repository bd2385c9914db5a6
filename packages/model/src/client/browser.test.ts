import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Every module that the client pulls in: files of ours by address, packages by name. Types are erased, so they don't count. */
function importsOf(file: URL, seen = new Set<string>()): Set<string> {
  if (seen.has(file.href)) return seen
  seen.add(file.href)
  const source = readFileSync(file, 'utf8')
  const statements = source.matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?from\s+'([^']+)'/gms)
  for (const [, name] of statements)
    if (name!.startsWith('.')) importsOf(new URL(name!, file), seen)
    else seen.add(name!)
  return seen
}

test('runs in browsers: viem and nothing of Node', () => {
  const found = [...importsOf(new URL('index.ts', import.meta.url))]
  expect(found.length).toBeGreaterThan(8)
  expect(found.filter((name) => !name.startsWith('file:'))).toEqual(['viem'])
})
