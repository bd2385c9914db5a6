import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * First program of that name in PATH, as an absolute path.
 *
 * @param {string} name without `.exe`
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} [more] folders to look in after PATH
 */
export function findProgram(name, env, more = []) {
  const path = env.PATH ?? env.Path ?? ''
  const suffix = process.platform === 'win32' ? '.exe' : ''
  for (const dir of [...path.split(delimiter), ...more]) {
    if (!dir) continue
    const file = join(dir, name + suffix)
    if (isProgram(file)) return file
  }
  return undefined
}

/** @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
