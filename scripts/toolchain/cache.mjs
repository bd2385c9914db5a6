import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Raise it when the shape of the remembered answer changes. */
const schema = 1

/**
 * An answer that stays true as long as some files stay as they are. Reading it back costs one small
 * file and a `stat` for each of those.
 *
 * @template T
 * @param {string} file
 * @param {string} key what else the answer depends on (settings, versions)
 * @returns {T | undefined}
 */
export function readCache(file, key) {
  try {
    const cache = JSON.parse(readFileSync(file, 'utf8'))
    if (cache.schema !== schema || cache.key !== key) return undefined
    const same = Object.entries(cache.files).every(([path, mark]) => markOf(path) === mark)
    return same ? cache.answer : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} file
 * @param {string} key
 * @param {string[]} files may be absent: that counts as a state too
 * @param {unknown} answer
 */
export function writeCache(file, key, files, answer) {
  const marks = Object.fromEntries(files.map((path) => [path, markOf(path)]))
  try {
    mkdirSync(dirname(file), { recursive: true })
    const part = `${file}.${process.pid}.part`
    writeFileSync(part, `${JSON.stringify({ schema, key, files: marks, answer }, null, 1)}\n`)
    renameSync(part, file)
  } catch {
    // A read-only clone looks again every time; that is slower and nothing else.
  }
}

/** @param {string} path */
function markOf(path) {
  try {
    const { mtimeMs, size } = statSync(path)
    return `${mtimeMs} ${size}`
  } catch {
    return 'absent'
  }
}
