import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('nothing behind the main entry needs Node: it runs in a browser', () => {
  const seen = new Set<string>()
  const follow = (url: URL) => {
    if (seen.has(url.href)) return
    seen.add(url.href)
    const source = readFileSync(url, 'utf8')
    for (const [, from] of source.matchAll(/\bfrom '([^']+)'/g)) {
      expect([url.pathname.split('/').at(-1), from]).toEqual([
        url.pathname.split('/').at(-1),
        expect.stringMatching(/^\./),
      ])
      follow(new URL(from!, url))
    }
  }
  follow(new URL('./index.ts', import.meta.url))
  expect(seen.size).toBeGreaterThan(20)
})
