import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { EnvironmentError } from '../errors.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Runs `work` while holding the clone's build lock: two graders share one cargo target folder.
 * A lock whose owner died is taken over after 15 seconds.
 * @throws EnvironmentError after ten minutes of waiting.
 */
export async function withLock<T>(ws: Workspace, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  const { default: lockfile } = await import('proper-lockfile')
  mkdirSync(ws.work, { recursive: true })
  const options = { lockfilePath: join(ws.work, 'build.lock'), stale: 15_000, update: 5_000, realpath: false }
  const began = Date.now()
  let told = false
  let release: (() => Promise<void>) | undefined
  while (release === undefined) {
    try {
      release = await lockfile.lock(ws.work, options)
    } catch (error) {
      if ((error as { code?: string }).code !== 'ELOCKED') throw error
      if (!told) onWait?.()
      told = true
      if (Date.now() - began > 600_000) {
        throw new EnvironmentError('another lab command has been building for ten minutes', {
          remedy: 'stop it, or delete .work/build.lock if none is running',
        })
      }
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
  try {
    return await work()
  } finally {
    await release().catch(() => undefined)
  }
}
