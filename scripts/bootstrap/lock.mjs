import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const pollMs = 250
const beatMs = 2_000
/** Polls without a sign of life after which an owner is taken for dead (15 s). */
const deadAfterPolls = 60

/**
 * Holds a lock file while `work` runs, so that two commands started at once in one clone don't
 * install over each other. A lock whose owner has died is taken over: at once when its process is
 * gone from this machine, else when it has given no sign of life for 15 s. Time is counted in
 * polls, so a laptop that slept doesn't make a living owner look dead.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once, when someone else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true })
  await acquire(file, onWait)
  const beat = setInterval(() => touch(file), beatMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}

/** @param {string} file @param {(() => void) | undefined} onWait */
async function acquire(file, onWait) {
  let seen = ''
  let unchanged = 0
  for (;;) {
    if (tryCreate(file)) return
    const state = stateOf(file)
    if (state === undefined) continue
    unchanged = state === seen ? unchanged + 1 : 0
    seen = state
    if (ownerIsGone(state) || unchanged >= deadAfterPolls) {
      takeAway(file, state)
      continue
    }
    onWait?.()
    onWait = undefined
    await wait(pollMs)
  }
}

/** @param {string} file */
function tryCreate(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname() }))
    closeSync(handle)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** Owner and last sign of life. @param {string} file */
function stateOf(file) {
  try {
    return `${readFileSync(file, 'utf8')} ${statSync(file).mtimeMs}`
  } catch {
    return undefined
  }
}

/** @param {string} state */
function ownerIsGone(state) {
  const owner = /"pid":(\d+),"host":"([^"]*)"/.exec(state)
  if (!owner || owner[2] !== hostname()) return false
  try {
    process.kill(Number(owner[1]), 0)
    return false
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH'
  }
}

/**
 * Removes a dead owner's lock. A second, short-lived lock makes sure that of two who saw the same
 * dead owner one doesn't remove the other's new lock.
 *
 * @param {string} file @param {string} state
 */
function takeAway(file, state) {
  const guard = `${file}.takeover`
  try {
    mkdirSync(guard)
  } catch {
    // Someone else is at it, or died within these three lines: an old guard is swept away.
    try {
      if (Date.now() - statSync(guard).mtimeMs > 10_000) rmdirSync(guard)
    } catch {}
    return
  }
  try {
    if (stateOf(file) === state) rmSync(file, { force: true })
  } finally {
    rmdirSync(guard)
  }
}

/** @param {string} file */
function touch(file) {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {}
}
