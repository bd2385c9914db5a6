import { expect, test } from 'vitest'
import { startVitest } from 'vitest/node'
import { makeWorld } from './world.ts'

/** The wrapper is tested as it is used: a run of vitest on a file that calls it. */
async function run(variant: string): Promise<string[]> {
  const { root } = makeWorld()
  const before = { ...process.env }
  process.env.LAB_ROOT = root
  process.env.LAB_VARIANT = variant
  try {
    const vitest = await startVitest('test', [], {
      root,
      watch: false,
      config: false,
      include: ['vitest/*.ts'],
      reporters: [{}],
      testTimeout: 60_000,
    })
    const modules = vitest.state.getTestModules()
    const lines = modules.flatMap((module) =>
      [...module.children.allTests()].map((item) => `${item.fullName}: ${item.result().state}`),
    )
    await vitest.close()
    return lines
  } finally {
    process.env = before
    process.exitCode = 0
  }
}

test('checks pass on the solution and fail on the starter', async () => {
  expect(await run('solution')).toEqual([
    '7.1 double a number > twice the number: passed',
    '7.2 halve a list > half of each number: passed',
  ])
  expect(await run('starter')).toEqual([
    '7.1 double a number > twice the number: failed',
    '7.2 halve a list > half of each number: failed',
  ])
})
