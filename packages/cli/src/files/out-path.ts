import { basename, dirname, extname, join, resolve } from 'node:path'
import { atomicWrite } from '@inkling/lab/terminal'
import { InputError, UsageError } from '../errors.ts'

/** `data/flowers.csv` is `flowers`; so are `flowers.float.json` and `flowers.model.json`. */
export const stemOf = (name: string): string =>
  basename(name, extname(name)).replace(/\.(float|model)$/, '') || 'model'

/** Beside the input: `data/flowers.csv` and `.float.json` make `data/flowers.float.json`. */
export const besides = (name: string, ending: string): string => join(dirname(name), stemOf(name) + ending)

/**
 * Writes a result. A file that is an input of the same command is never written over.
 * @throws InputError where it can't be written
 */
export function writeOut(
  cwd: string,
  name: string,
  data: string | Uint8Array,
  inputs: readonly string[],
): void {
  const path = resolve(cwd, name)
  if (inputs.some((input) => resolve(cwd, input) === path))
    throw new UsageError(`${name}: is what the command reads; it is not written over`, {
      remedy: 'give another name with --out',
    })
  try {
    atomicWrite(path, data)
  } catch (error) {
    const { code } = error as { code?: string }
    const why = code === 'EISDIR' ? 'is a folder' : `can't be written (${code ?? String(error)})`
    throw new InputError(`${name}: ${why}`, { remedy: 'give another name with --out', cause: error })
  }
}
