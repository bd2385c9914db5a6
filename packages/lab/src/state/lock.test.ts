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

test('two places: two at a time, each at its own, the third waits', async () => {
  const ws = makeWorld()
  const log: string[] = []
  let waited = 0
  const work = (name: string) => async (place: number) => {
    log.push(`${name} at ${place}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    log.push(`${name} out`)
  }
  const first = withLock(ws, work('first'), undefined, 2)
  await new Promise((resolve) => setTimeout(resolve, 60))
  const second = withLock(ws, work('second'), undefined, 2)
  await new Promise((resolve) => setTimeout(resolve, 60))
  await Promise.all([first, second, withLock(ws, work('third'), () => waited++, 2)])
  expect(log.slice(0, 3)).toEqual(['first at 0', 'second at 1', 'first out'])
  expect(log).toHaveLength(6)
  expect(waited).toBe(1)
})
