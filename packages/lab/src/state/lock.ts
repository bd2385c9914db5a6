import { join } from 'node:path'
import { EnvironmentError } from '../errors.ts'
import type { Workspace } from '../workspace.ts'
import { makeFolder } from './atomic-write.ts'

interface Lock {
  /** Folder the lock belongs to; made when it is not there. */
  folder: string
  /** Name of the lock inside it. */
  name: string
  /** Milliseconds after which the lock of an owner that died is taken over. */
  stale: number
  /** Milliseconds to wait for another owner. */
  patience: number
  /** Milliseconds between two tries. */
  every: number
  /** Said when the patience is over. */
  tired: string
  onWait?: () => void
}

async function holding<T>(lock: Lock, work: () => Promise<T> | T): Promise<T> {
  const { default: lockfile } = await import('proper-lockfile')
  makeFolder(lock.folder)
  const lockfilePath = join(lock.folder, lock.name)
  const options = {
    lockfilePath,
    stale: lock.stale,
    update: Math.floor(lock.stale / 3),
    realpath: false,
    // Someone deleted the folder under us: what is being done goes on, and fails by itself where it must.
    onCompromised: () => undefined,
  }
  const began = Date.now()
  let told = false
  let release: (() => Promise<void>) | undefined
  while (release === undefined) {
    try {
      release = await lockfile.lock(lock.folder, options)
    } catch (error) {
      if ((error as { code?: string }).code !== 'ELOCKED') throw error
      if (!told) lock.onWait?.()
      told = true
      if (Date.now() - began > lock.patience) {
        throw new EnvironmentError(lock.tired, {
          remedy: `stop it, or delete ${lock.name} in ${lock.folder} if none is running`,
        })
      }
      await new Promise((resolve) => setTimeout(resolve, lock.every))
    }
  }
  try {
    return await work()
  } finally {
    await release().catch(() => undefined)
  }
}

/**
 * Runs `work` while holding the clone's build lock: two graders share one cargo target folder.
 * A lock whose owner died is taken over after 15 seconds.
 * @throws EnvironmentError after ten minutes of waiting.
 */
export function withLock<T>(ws: Workspace, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  return holding(
    {
      folder: ws.work,
      name: 'build.lock',
      stale: 15_000,
      patience: 600_000,
      every: 250,
      tired: 'another lab command has been building for ten minutes',
      onWait,
    },
    work,
  )
}

/**
 * Runs `work` while holding the lock of the progress file: of two commands that read it, change it and write
 * it, none may lose what the other noted.
 * @throws EnvironmentError after 20 seconds of waiting.
 */
export function withProgressLock<T>(ws: Workspace, work: () => T): Promise<T> {
  return holding(
    {
      folder: ws.state,
      name: 'progress.lock',
      stale: 6_000,
      patience: 20_000,
      every: 30,
      tired: 'another lab command has been writing your progress for 20 seconds',
    },
    work,
  )
}
