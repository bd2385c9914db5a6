import { type FSWatcher, watch } from 'node:fs'
import { changedFiles, takeSnapshot } from './snapshot.ts'

/** Milliseconds between an announced change and the look at what changed: an editor writes in several steps. */
const SETTLE = 60
/** Milliseconds between two looks where changes are not announced. */
const POLL = 500

export interface FolderWatch {
  /** True when it looks by the clock. */
  polling: boolean
  close(): void
}

/**
 * Tells which files of a folder changed. Uses the operating system's announcements, or the clock when `poll` is
 * set or when there are none to be had (`onFallback` says why).
 */
export function watchFolder(
  dir: string,
  options: { poll: boolean; onChange(files: string[]): void; onFallback?(reason: string): void },
): FolderWatch {
  let before = takeSnapshot(dir)
  const look = () => {
    const after = takeSnapshot(dir)
    const files = changedFiles(before, after)
    before = after
    if (files.length > 0) options.onChange(files)
  }
  let timer: NodeJS.Timeout | undefined
  let watcher: FSWatcher | undefined
  const handle: FolderWatch = {
    polling: options.poll,
    close() {
      watcher?.close()
      clearTimeout(timer)
      clearInterval(timer)
    },
  }
  const byClock = () => {
    handle.polling = true
    timer = setInterval(look, POLL)
  }
  if (options.poll) {
    byClock()
    return handle
  }
  const fallBack = (error: Error) => {
    if (handle.polling) return
    watcher?.close()
    clearTimeout(timer)
    options.onFallback?.((error as NodeJS.ErrnoException).code ?? error.message)
    byClock()
  }
  try {
    watcher = watch(dir, { recursive: true }, () => {
      if (timer !== undefined || handle.polling) return
      timer = setTimeout(() => {
        timer = undefined
        look()
      }, SETTLE)
    })
    watcher.on('error', fallBack)
  } catch (error) {
    fallBack(error as Error)
  }
  return handle
}
