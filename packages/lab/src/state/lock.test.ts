import { expect, test } from 'vitest'
import { makeWorld } from '../../test/world.ts'
import { withLock } from './lock.ts'

test('one at a time; the second is told that it waits', async () => {
  const ws = makeWorld()
  const log: string[] = []
  let waited = false
  const first = withLock(ws, async () => {
    log.push('first in')
    await new Promise((resolve) => setTimeout(resolve, 400))
    log.push('first out')
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await Promise.all([
    first,
    withLock(
      ws,
      async () => {
        log.push('second in')
      },
      () => {
        waited = true
      },
    ),
  ])
  expect(log).toEqual(['first in', 'first out', 'second in'])
  expect(waited).toBe(true)
})

test('a failure gives the lock back', async () => {
  const ws = makeWorld()
  await expect(
    withLock(ws, async () => {
      throw new Error('oops')
    }),
  ).rejects.toThrow('oops')
  await expect(withLock(ws, async () => 5)).resolves.toBe(5)
})
