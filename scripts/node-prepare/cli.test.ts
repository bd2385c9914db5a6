import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** `RPC_URL` of a port that nobody listens on, unless given. */
function run(args: string[], rpc = 'http://127.0.0.1:1') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'cli.ts'), ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, RPC_URL: rpc },
    },
  )
  return { status, stdout, stderr }
}

it('prints its help', () => {
  expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--wait SECONDS') })
})

it.each([[['--wiat', '3']], [['--wait', 'soon']], [['--wait', '-1']], [['now']]])(
  '%o is exit 2 with the usage',
  (args) => {
    const { status, stderr, stdout } = run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('npm run node:prepare')
    expect(stderr).not.toMatch(/^\s+at /m)
  },
)

it('an RPC_URL that is none is exit 2', () => {
  expect(run([], 'nitro:8547')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('RPC_URL must be'),
  })
})

it('no node is exit 3, in words', () => {
  const { status, stderr } = run([])
  expect(status).toBe(3)
  expect(stderr).toMatch(/^No JSON-RPC node answers at http:\/\/127\.0\.0\.1:1 /)
  expect(stderr).not.toMatch(/^\s+at /m)
})
