import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

const FROM = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"\n]+)['"]/g
const FORKED = /new URL\(\s*['"](\.[^'"\n]+\.ts)['"]\s*,\s*import\.meta\.url/g

interface Found {
  files: string[]
  /** Packages of others, by name. */
  packages: string[]
}

/**
 * Every source file that these files load, also through the workspace's packages: what a change may alter
 * the outcome of. Types count too; a name that does not resolve is one of another package.
 *
 * @param root repository root
 * @param entries absolute paths
 * @returns absolute paths, sorted, the entries among them
 */
export function importClosure(root: string, entries: string[]): Found {
  const files = new Set<string>()
  const packages = new Set<string>()
  const queue = entries.filter((path) => existsSync(path))
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (files.has(path)) continue
    files.add(path)
    if (!/\.(ts|mjs)$/.test(path)) continue
    const text = readFileSync(path, 'utf8')
    for (const match of [...text.matchAll(FROM), ...text.matchAll(FORKED)]) {
      const name = match[1] as string
      if (name.startsWith('.')) {
        const target = resolve(dirname(path), name)
        if (existsSync(target)) queue.push(target)
      } else if (name.startsWith('@inkling/')) {
        const target = inWorkspace(root, name)
        if (target !== undefined) queue.push(target)
      } else if (!name.startsWith('node:')) {
        packages.add(
          name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] as string),
        )
      }
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() }
}

/** `@inkling/wasm/brotli` by the `exports` of its package.json. */
function inWorkspace(root: string, name: string): string | undefined {
  const [scope, short, ...rest] = name.split('/') as [string, string, ...string[]]
  const dir = join(root, 'packages', short)
  const manifest = join(dir, 'package.json')
  if (scope !== '@inkling' || !existsSync(manifest)) return undefined
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8')) as { exports?: Record<string, unknown> }
  const entry = exports?.[rest.length === 0 ? '.' : `./${rest.join('/')}`]
  const file = typeof entry === 'string' ? entry : (entry as Record<string, string> | undefined)?.default
  return file === undefined ? undefined : join(dir, file)
}

/** SHA-256 over named texts. Paths go in as seen from the root, so that another clone gets the same key. */
export function keyOf(root: string, files: string[], more: string[]): string {
  const hash = createHash('sha256')
  for (const text of more) hash.update(`${text}\0`)
  for (const path of files) {
    const data = readFileSync(path)
    hash.update(`${relative(root, path).split(sep).join('/')}\0${data.length}\0`)
    hash.update(data)
  }
  return hash.digest('hex')
}

/** Version of an installed package, `-` when it is not there. */
export function installedVersion(root: string, name: string): string {
  try {
    return (
      JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
        version: string
      }
    ).version
  } catch {
    return '-'
  }
}
