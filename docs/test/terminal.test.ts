import { expect, test, vi } from 'vitest'
import {
  type Boot,
  bootWithin,
  type Container,
  obstacle,
  type Surroundings,
} from '../.vitepress/theme/terminal/container.ts'
import { plain, words } from '../.vitepress/theme/terminal/kit.ts'

const fine: Surroundings = {
  crossOriginIsolated: true,
  serviceWorker: true,
  webAssembly: true,
  onLine: true,
}
const container = (teardown = () => {}): Container => ({
  mount: async () => {},
  write: async () => {},
  spawn: async () => {
    throw new Error('not asked for')
  },
  teardown,
})
const loads = (boot: Boot) => async () => boot

test('what stands against a start is said before anything is asked of anybody', () => {
  expect(obstacle(fine)).toBeUndefined()
  expect(obstacle({ ...fine, crossOriginIsolated: undefined })?.reason).toBe('unsupported')
  expect(obstacle({ ...fine, serviceWorker: false })?.reason).toBe('unsupported')
  expect(obstacle({ ...fine, onLine: false })?.reason).toBe('offline')
  expect(obstacle({ ...fine, crossOriginIsolated: false })).toMatchObject({
    reason: 'not-isolated',
    message: expect.stringContaining('GitHub Pages sends none'),
  })
})

test('boots', async () => {
  const one = container()
  expect(await bootWithin(loads(async () => one))).toBe(one)
})

test('a host that never answers is an error after the patience, and a late start is ended', async () => {
  vi.useFakeTimers()
  try {
    let ended = false
    let arrive: (late: Container) => void = () => {}
    const waiting = bootWithin(
      loads(
        () =>
          new Promise((resolve) => {
            arrive = resolve
          }),
      ),
      5_000,
    )
    const failure = expect(waiting).rejects.toMatchObject({
      reason: 'timeout',
      message: expect.stringContaining('within 5 seconds'),
    })
    await vi.advanceTimersByTimeAsync(5_000)
    await failure
    arrive(
      container(() => {
        ended = true
      }),
    )
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test('a refusal has the vendor’s words; code that does not load is ours', async () => {
  const refusing = loads(async () => {
    throw new Error('only one instance')
  })
  await expect(bootWithin(refusing)).rejects.toMatchObject({
    reason: 'boot',
    message: 'The runtime refused to start: only one instance.',
  })
  const missing = async (): Promise<Boot> => {
    throw new TypeError('Failed to fetch')
  }
  await expect(bootWithin(missing)).rejects.toMatchObject({ reason: 'load' })
})

test('a line becomes a program and its arguments', () => {
  expect(words(`node check.mjs 1`)).toEqual(['node', 'check.mjs', '1'])
  expect(words(`node -e "console.log(1 + 2)" 'a b'`)).toEqual(['node', '-e', 'console.log(1 + 2)', 'a b'])
  expect(words('   ')).toEqual([])
})

test('a log has no colors and no cursor moves', () => {
  expect(plain('\u001b[32mPASS\u001b[0m  1.2\r\n\u001b[2K\u001b]0;title\u0007done')).toBe('PASS  1.2\ndone')
})
