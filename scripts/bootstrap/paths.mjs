import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What the bootstrap installs or remembers; git-ignored, and safe to delete at any time. */
export const toolsDir = join(root, '.tools')
