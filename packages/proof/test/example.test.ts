import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('the guide’s example of secret weights runs and says what it should', async () => {
  const script = fileURLToPath(new URL('../../../docs/examples/private-weights.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script])
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/^register {2}\d+ constraints, once a model$/),
    expect.stringMatching(/^infer {5}\d+ constraints, once an answer$/),
    'registration holds: true',
    expect.stringMatching(/^answer: square [0-8], proof of 256 bytes$/),
    'proof holds: true',
    'for another square: false',
  ])
})
