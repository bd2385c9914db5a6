import { expect, test } from 'vitest'
import { runTool } from './run-tool.ts'

const node = (script: string, options: Parameters<typeof runTool>[2] = {}) =>
  runTool(process.execPath, ['-e', script], options)

test('every line is reported, also those that come together', async () => {
  const lines: string[] = []
  const result = await node(
    'process.stdout.write("PASS a\\n\\nnext: b\\n"); process.stderr.write("\\u001b[32mgreen\\u001b[0m\\n")',
    {
      onLine: (line) => lines.push(line),
    },
  )
  expect(lines.sort()).toEqual(['PASS a', 'green', 'next: b'])
  expect(result).toMatchObject({ code: 0, stdout: 'PASS a\n\nnext: b\n' })
})

test('a program that is not there, and one that takes too long, are results', async () => {
  expect(await runTool('no-such-program-here', [])).toMatchObject({ code: null })
  const slow = await node('setInterval(() => {}, 1000)', { limitMs: 200 })
  expect(slow.code).toBeNull()
  expect(slow.output).toContain('took longer')
})

test('a variable set to undefined is not passed on', async () => {
  process.env.RUN_TOOL_TEST = 'here'
  const result = await node('process.stdout.write(String(process.env.RUN_TOOL_TEST))', {
    env: { RUN_TOOL_TEST: undefined },
  })
  delete process.env.RUN_TOOL_TEST
  expect(result.stdout).toBe('undefined')
})
