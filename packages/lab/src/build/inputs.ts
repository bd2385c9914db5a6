import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { walkFiles } from './walk.ts'

const posix = (path: string) => path.split(sep).join('/')

/** Files outside `contract/` that its build reads: path dependencies and `include_*!` of data. */
function outsideFiles(contract: string, files: string[]): string[] {
  const found = new Set<string>()
  const queue = files.map((file) => join(contract, file))
  const seenCrates = new Set<string>()
  for (let i = 0; i < queue.length; i++) {
    const path = queue[i] as string
    const folder = dirname(path)
    if (path.endsWith('Cargo.toml')) {
      for (const match of readFileSync(path, 'utf8').matchAll(/\bpath\s*=\s*"([^"]+)"/g)) {
        const crate = resolve(folder, match[1] as string)
        if (
          crate.startsWith(contract + sep) ||
          seenCrates.has(crate) ||
          !existsSync(join(crate, 'Cargo.toml'))
        )
          continue
        seenCrates.add(crate)
        for (const file of walkFiles(crate)) {
          found.add(join(crate, file))
          queue.push(join(crate, file))
        }
      }
    } else if (path.endsWith('.rs')) {
      for (const match of readFileSync(path, 'utf8').matchAll(
        /\binclude(?:_bytes|_str)?!\s*\(\s*"([^"]+)"/g,
      )) {
        const file = resolve(folder, match[1] as string)
        if (!file.startsWith(contract + sep) && existsSync(file)) found.add(file)
      }
    }
  }
  return [...found].sort()
}

/**
 * SHA-256 over everything a contract's build reads from the repository: each path (relative to
 * `contract/`) and content. Equal in a lab, in its overlays and on every machine.
 */
export function contractInputsHash(contract: string): string {
  const hash = createHash('sha256')
  const base = resolve(contract)
  const files = walkFiles(base).filter((file) => !file.endsWith('.md'))
  const add = (name: string, path: string) => {
    // CRLF and LF checkouts build the same program.
    const data = readFileSync(path)
    const text = /\.(rs|toml|lock)$/.test(name)
      ? Buffer.from(data.toString('utf8').replaceAll('\r\n', '\n'))
      : data
    hash.update(`${name}\0${text.length}\0`)
    hash.update(text)
  }
  for (const file of files) add(file, join(base, file))
  for (const path of outsideFiles(base, files)) add(posix(relative(base, path)), path)
  return hash.digest('hex')
}

/** Changes when the way of building changes, so that older artefacts are not taken. */
const RECIPE = 'staged-3'

/** Key of a built artefact: its inputs, which build, and which toolchain made it. */
export function artefactKey(inputs: string, build: string, toolchain: string): string {
  return createHash('sha256').update(`${RECIPE}\0${inputs}\0${build}\0${toolchain}`).digest('hex')
}
