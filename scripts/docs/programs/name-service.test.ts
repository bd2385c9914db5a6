import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test("lab 9's name service is the contract that was measured last; else run its make-name-service.ts", () => {
  const code = read('labs/09-mind-nft/data/name-service.hex').trim()
  const { name } = JSON.parse(read('docs/data/bench-mind.json')) as { name: { codeBytes: number } }
  expect((code.length - 2) / 2).toBe(name.codeBytes)
})
