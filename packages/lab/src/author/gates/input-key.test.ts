import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../../../test/world.ts'
import { importClosure, keyOf } from './input-key.ts'

function clone(files: Record<string, string>) {
  const { root } = makeWorld()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const closure = (entry: string) => {
    const found = importClosure(root, [join(root, entry)])
    return { ...found, files: found.files.map((path) => path.slice(root.length + 1)) }
  }
  return { root, closure }
}

test('relative imports, dynamic ones, forked files and workspace packages are followed', () => {
  const { closure } = clone({
    'packages/a/package.json': '{"exports":{".":"./src/index.ts","./deep":"./src/deep.ts"}}',
    'packages/a/src/index.ts': "export * from './part.ts'",
    'packages/a/src/part.ts': "import { readFileSync } from 'node:fs'",
    'packages/a/src/deep.ts': '',
    'packages/a/src/other.ts': '',
    'x/child.ts': "import '@inkling/a/deep'",
    'x/main.ts': `import type { A } from '@inkling/a'
import { expect } from 'viem/utils'
const child = new URL('./child.ts', import.meta.url)
const late = await import('./late.ts')`,
    'x/late.ts': "import './main.ts'",
  })
  expect(closure('x/main.ts')).toEqual({
    files: [
      'packages/a/src/deep.ts',
      'packages/a/src/index.ts',
      'packages/a/src/part.ts',
      'x/child.ts',
      'x/late.ts',
      'x/main.ts',
    ],
    packages: ['viem'],
  })
})

test('the key changes with a content, a name and the words beside them, and with nothing else', () => {
  const { root } = clone({ 'a.ts': '1', 'b.ts': '1' })
  const key = (files: string[], more: string[] = []) =>
    keyOf(
      root,
      files.map((file) => join(root, file)),
      more,
    )
  const first = key(['a.ts'])
  expect(key(['a.ts'])).toBe(first)
  expect(key(['b.ts'])).not.toBe(first)
  expect(key(['a.ts'], ['rustc 1'])).not.toBe(first)
  writeFileSync(join(root, 'a.ts'), '2')
  expect(key(['a.ts'])).not.toBe(first)
})
