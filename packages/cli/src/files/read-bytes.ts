import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError } from '../errors.ts'

const LIMIT = 64 * 1024 * 1024

/**
 * The bytes of a file that was named on the command line.
 * @throws InputError that says what the name stands for instead.
 */
export function readBytes(cwd: string, name: string): Uint8Array {
  let bytes: Buffer
  try {
    bytes = readFileSync(resolve(cwd, name))
  } catch (error) {
    const { code } = error as { code?: string }
    const problem: Record<string, [string, string]> = {
      ENOENT: ['there is no such file', 'check the name, and the folder you are in'],
      EISDIR: ['is a folder', 'name a file in it'],
      EACCES: ['may not be read', 'check its permissions'],
    }
    const [what, remedy] = problem[code ?? ''] ?? [
      `can't be read (${code ?? String(error)})`,
      'try another file',
    ]
    throw new InputError(`${name}: ${what}`, { remedy, cause: error })
  }
  if (bytes.length === 0) throw new InputError(`${name}: is empty`, { remedy: 'write it again' })
  if (bytes.length > LIMIT)
    throw new InputError(`${name}: has ${bytes.length} bytes, more than ${LIMIT} are not read`, {
      remedy: 'give a part of it',
    })
  return new Uint8Array(bytes)
}

/** The text of a file; `what` says what it should be, for the error about a file that is no text. */
export function readText(cwd: string, name: string, what: string): string {
  const bytes = readBytes(cwd, name)
  try {
    if (bytes.includes(0)) throw new Error('zero byte')
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError(`${name}: is not text, so it can't be ${what}`, {
      remedy: 'save it as UTF-8, or name another file',
    })
  }
}
