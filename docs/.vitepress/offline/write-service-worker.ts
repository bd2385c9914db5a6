import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Pages that can be read offline after one visit anywhere: the first page, the lessons, what they lean on. */
const KEPT = /^(index|404|progress|lessons\/[^/]+|reference\/glossary|teach\/index)\.html$/
/** Loaded only when somebody asks for them, and then kept: editors with the labs' data, the terminal, the search. */
const LAZY = /codemirror|editor|webcontainer|terminal|sucrase|runner|localsearch|searchbox|\.(json|csv)$/i
/** Beside the pages. */
const OTHERS = ['logo.svg', 'hashmap.json', 'vp-icons.css']

/**
 * Writes `sw.js` into a built site. Its list has the kept pages and every file that they, and the playgrounds on them,
 * can come to need; its version is a hash of all of these, so that a new build with the same files is no new version.
 *
 * @param dir the built site
 * @param base path that it will stand at, ending in `/`
 * @returns what was listed, with the bytes before compression
 */
export function writeServiceWorker(dir: string, base: string): { files: string[]; bytes: number } {
  const html = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => KEPT.test(file))
  const found = new Set([...html, ...OTHERS.filter((file) => existsSync(join(dir, file)))])
  const names = readdirSync(join(dir, 'assets'), { recursive: true, encoding: 'utf8' }).map(
    (file) => `assets/${file.replaceAll('\\', '/')}`,
  )
  const byName = new Map(names.map((file) => [file.slice(file.lastIndexOf('/') + 1), file]))
  for (const file of found) {
    if (!/\.(html|js|css)$/.test(file)) continue
    for (const name of namesIn(readFileSync(join(dir, file), 'utf8'))) {
      const target = byName.get(name)
      if (target && !LAZY.test(target)) found.add(target)
    }
  }
  // A page's chunk is found by its hash in a map, not by its name.
  for (const page of html) {
    const stem = `assets/${page.replace(/\.html$/, '').replaceAll('/', '_')}.md.`
    for (const file of names) if (file.startsWith(stem)) found.add(file)
  }
  const files = [...found].filter((file) => statSync(join(dir, file)).isFile()).sort()
  const hash = createHash('sha256')
  let bytes = 0
  for (const file of files) {
    const body = readFileSync(join(dir, file))
    bytes += body.length
    hash.update(file).update(body)
  }
  const worker = readFileSync(new URL('sw.js', import.meta.url), 'utf8')
  hash.update(worker).update(base)
  const list = JSON.stringify({ version: hash.digest('hex').slice(0, 12), files })
  writeFileSync(join(dir, 'sw.js'), `self.inkling = ${list}\n${worker}`)
  return { files, bytes }
}

/** Names of files that a text may mention, whatever they are of: imports, workers, contracts, fonts. */
function namesIn(text: string): string[] {
  return text.match(/[\w@~-][\w@.~-]*\.\w+/g) ?? []
}
