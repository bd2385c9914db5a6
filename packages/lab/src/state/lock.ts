import { join } from 'node:path'
import { EnvironmentError } from '../errors.ts'
import type { Workspace } from '../workspace.ts'
import { makeFolder } from './atomic-write.ts'

interface Lock {
  /** Folder the lock belongs to; made when it is not there. */
  folder: string
  /** Names of the locks inside it: any one of them will do. */
  names: string[]
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

/** `work` is told which of the names it holds. */
async function holding<T>(lock: Lock, work: (held: number) => Promise<T> | T): Promise<T> {
  const { default: lockfile } = await import('proper-lockfile')
  makeFolder(lock.folder)
  const options = {
    stale: lock.stale,
    update: Math.floor(lock.stale / 3),
    realpath: false,
    // Someone deleted the folder under us: what is being done goes on, and fails by itself where it must.
    onCompromised: () => undefined,
  }
  const began = Date.now()
  let told = false
  let release: (() => Promise<void>) | undefined
  let held = 0
  for (let turn = 0; release === undefined; turn++) {
    held = turn % lock.names.length
    try {
      // The library keeps its books by the first path, so each lock needs one of its own.
      const lockfilePath = join(lock.folder, lock.names[held] as string)
      release = await lockfile.lock(lockfilePath, { ...options, lockfilePath })
    } catch (error) {
      if ((error as { code?: string }).code !== 'ELOCKED') throw error
      // The others may be free.
      if (held < lock.names.length - 1) continue
      if (!told) lock.onWait?.()
      told = true
      if (Date.now() - began > lock.patience) {
        throw new EnvironmentError(lock.tired, {
          remedy: `stop it, or delete ${lock.names.join(' and ')} in ${lock.folder} if none is running`,
        })
      }
      await new Promise((resolve) => setTimeout(resolve, lock.every))
    }
  }
  try {
    return await work(held)
  } finally {
    await release().catch(() => undefined)
  }
}

/**
 * Runs `work` while holding one of the clone's build locks: graders share cargo's target folders. There is one
 * unless `places` says more; `work` is told which it got, from 0.
 * A lock whose owner died is taken over after 15 seconds.
 * @throws EnvironmentError after ten minutes of waiting.
 */
export function withLock<T>(
  ws: Workspace,
  work: (place: number) => Promise<T>,
  onWait?: () => void,
  places = 1,
): Promise<T> {
  return holding(
    {
      folder: ws.work,
      names: Array.from({ length: places }, (_, place) => `build${place === 0 ? '' : `-${place + 1}`}.lock`),
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
      names: ['progress.lock'],
      stale: 6_000,
      patience: 20_000,
      every: 30,
      tired: 'another lab command has been writing your progress for 20 seconds',
    },
    work,
  )
}
