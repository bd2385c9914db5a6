import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../../test/world.ts'
import { main } from '../main.ts'

async function lab(root: string, ...argv: string[]) {
  let err = ''
  const code = await main({
    argv,
    env: { LAB_ROOT: root, TERM: 'dumb' },
    stdout: { write: () => undefined },
    stderr: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  })
  return { code, err }
}

test('runs a TypeScript file of the clone from its root, with its words and its exit code', async () => {
  const { root } = makeWorld()
  mkdirSync(join(root, 'a folder'))
  writeFileSync(
    join(root, 'a folder', 'script.ts'),
    "import { writeFileSync } from 'node:fs'\nconst words: string[] = process.argv.slice(2)\nwriteFileSync('said', words.join('|'))\nprocess.exitCode = 3\n",
  )
  expect((await lab(root, 'run', 'a folder/script.ts', 'x y', '--quick', 'z')).code).toBe(3)
  expect(readFileSync(join(root, 'said'), 'utf8')).toBe('x y|--quick|z')
})

test.each([
  [[], 'which file?'],
  [['../x.ts'], 'is no script of this clone'],
  [['labs'], 'is no script of this clone'],
  [['labs/gone.ts'], 'does not exist'],
])('%s: exit 2', async (words: string[], why) => {
  const { code, err } = await lab(makeWorld().root, 'run', ...words)
  expect(code).toBe(2)
  expect(err).toContain(why)
})
