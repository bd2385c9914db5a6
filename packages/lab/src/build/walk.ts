import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const SKIPPED = new Set(['node_modules', 'target', '.git', '.DS_Store', '.lab', '.work'])

/** Files under a folder, relative with forward slashes, sorted; build folders and links are left out. */
export function walkFiles(dir: string, prefix = ''): string[] {
  const files: string[] = []
  for (const entry of readdirSync(join(dir, prefix), { withFileTypes: true })) {
    if (SKIPPED.has(entry.name) || entry.name.endsWith('.tmp')) continue
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) files.push(...walkFiles(dir, path))
    else if (entry.isFile()) files.push(path)
  }
  return prefix === '' ? files.sort() : files
}
