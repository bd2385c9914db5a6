import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compileCacheManager, generatedFile } from './compileCacheManager.ts'

it('the committed cache manager is what its source compiles to', () => {
  const committed = readFileSync(generatedFile, 'utf8').replaceAll('\r\n', '\n')
  expect(committed, 'run: node scripts/node-prepare/compile.ts').toBe(compileCacheManager())
})
