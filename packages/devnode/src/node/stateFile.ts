import { existsSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Chain } from '../chain/chain.ts'
import { dumpChain, loadChain } from '../chain/dump.ts'
import { DevnodeError, StateFileError } from '../errors.ts'

/**
 * Loads a saved chain; false where there is no such file yet. A damaged file is renamed, so that nothing overwrites
 * what may still be worth looking at.
 *
 * @throws DevnodeError saying what is wrong and what to do.
 */
export async function loadStateFile(chain: Chain, file: string): Promise<boolean> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code === 'ENOENT') {
      await checkFolder(file)
      return false
    }
    throw new DevnodeError(`${file} can't be read: ${(e as Error).message}`)
  }
  try {
    loadChain(chain, text)
    return true
  } catch (e) {
    if (!(e instanceof StateFileError)) throw e
    if (!e.damaged) throw new DevnodeError(`${file}: ${e.message}`)
    const aside = freeName(file)
    await rename(file, aside)
    throw new DevnodeError(
      `${file}: ${e.message} It is now ${path.basename(aside)}, untouched. Start again for a new chain, or put a good copy back.`,
    )
  }
}

/** Found out before the chain runs, not when its state is to be written. */
async function checkFolder(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file))
  if (!existsSync(folder))
    throw new DevnodeError(`There is no folder ${folder} to keep ${path.basename(file)} in. Make it first.`)
}

function freeName(file: string): string {
  for (let i = 1; ; i++) {
    const name = `${file}.damaged-${i}`
    if (!existsSync(name)) return name
  }
}

/** Writes the chain so that the file is always whole: beside it first, then in its place. */
export async function saveStateFile(chain: Chain, file: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`
  try {
    const handle = await open(beside, 'w')
    try {
      await handle.writeFile(dumpChain(chain))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (e) {
    await rm(beside, { force: true })
    throw new DevnodeError(`The chain could not be saved to ${file}: ${(e as Error).message}`)
  }
}
