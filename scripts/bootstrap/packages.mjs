import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

const stampFile = join(root, 'node_modules', '.inkling-ready')

/** What the installed packages depend on: the lockfile, and the machine that native packages are for. */
export function packagesStamp() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`\n${process.platform} ${process.arch}\n`)
    .digest('hex')
}

/** True when `node_modules` is of this lockfile. Reads one small file in the usual case. */
export function packagesReady() {
  const stamp = packagesStamp()
  if (read(stampFile)?.trim() === stamp) return true
  if (!installedMatchesLock()) return false
  // Installed by hand with npm: remember it, and do nothing if this folder is read-only.
  markPackagesReady()
  return true
}

export function markPackagesReady() {
  try {
    writeFileSync(stampFile, `${packagesStamp()}\n`)
  } catch {}
}

/**
 * Compares the lockfile with the record npm writes into `node_modules` as its last act, so an
 * interrupted install never matches. Optional packages may be absent, except those made for exactly
 * this machine: npm counts a failed download of an optional package as success.
 */
export function installedMatchesLock(
  lockText = read(join(root, 'package-lock.json')),
  installedText = read(join(root, 'node_modules', '.package-lock.json')),
) {
  if (!lockText || !installedText) return false
  try {
    const lock = /** @type {Record<string, LockEntry>} */ (JSON.parse(lockText).packages)
    const installed = /** @type {Record<string, LockEntry>} */ (JSON.parse(installedText).packages)
    return Object.entries(lock).every(([path, wanted]) => {
      if (!path.includes('node_modules/')) return Object.keys(wanted.bin ?? {}).every(isLinked)
      const found = installed[path]
      if (!found) return wanted.optional === true && !madeForThisMachine(wanted)
      return (
        found.version === wanted.version && found.integrity === wanted.integrity && found.link === wanted.link
      )
    })
  } catch {
    return false
  }
}

/** A command of one of our own packages. @param {string} name */
function isLinked(name) {
  return existsSync(join(root, 'node_modules', '.bin', name))
}

/**
 * @typedef {object} LockEntry an entry of `packages` in npm's lockfile, version 3
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [bin]
 * @property {string[] | string} [os]
 * @property {string[] | string} [cpu]
 * @property {string[] | string} [libc]
 */

/** @param {LockEntry} entry */
export function madeForThisMachine(entry) {
  if (!entry.os || !entry.cpu) return false
  if (![entry.os].flat().includes(process.platform) || ![entry.cpu].flat().includes(process.arch))
    return false
  return !entry.libc || [entry.libc].flat().includes(libc())
}

function libc() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return report.header.glibcVersionRuntime ? 'glibc' : 'musl'
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
