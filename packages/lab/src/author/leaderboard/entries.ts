import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One contract that somebody entered. */
export interface Entry {
  lab: string
  handle: string
  /** What the person says about it, plain text. */
  note: string
  /** Absolute path of the program as rustc wrote it, or stripped. */
  wasm: string
  sha256: string
}

/** GitHub's rule for user names, in small letters. */
const HANDLE = /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){0,38}$/
/** A name that an entry may have. */
export const isHandle = (text: string) => HANDLE.test(text)

const JSON_LIMIT = 2_048
const WASM_LIMIT = 131_072
const NOTE_LIMIT = 140
const ENTRIES_LIMIT = 500

/**
 * Reads `DIR/<lab>/<handle>.json` and `<handle>.wasm`. Nothing of an entry is run here, and no other kind of
 * file is read: text with limits, bytes with limits, no links.
 *
 * @returns entries in order, and what is wrong with the others, by file
 */
export function readEntries(dir: string, labs: string[]): { entries: Entry[]; problems: string[] } {
  const entries: Entry[] = []
  const problems: string[] = []
  if (!existsSync(dir)) return { entries, problems }
  for (const folder of readdirSync(dir).sort()) {
    if (folder === 'README.md') continue
    const path = join(dir, folder)
    if (!labs.includes(folder)) {
      problems.push(`${folder}: no lab with a leaderboard is called that`)
      continue
    }
    if (!lstatSync(path).isDirectory()) {
      problems.push(`${folder}: not a folder`)
      continue
    }
    const names = readdirSync(path).sort()
    if (names.length > 2 * ENTRIES_LIMIT) {
      problems.push(`${folder}: ${names.length} files, at most ${2 * ENTRIES_LIMIT}`)
      continue
    }
    for (const name of names) {
      const why = fileProblem(path, name, names)
      if (why !== undefined) problems.push(`${folder}/${name}: ${why}`)
    }
    for (const name of names.filter((file) => file.endsWith('.json'))) {
      if (problems.some((problem) => problem.startsWith(`${folder}/${name.slice(0, -5)}.`))) continue
      const found = readEntry(path, folder, name.slice(0, -5))
      if (typeof found === 'string') problems.push(`${folder}/${name}: ${found}`)
      else entries.push(found)
    }
  }
  return { entries, problems }
}

/** Name, kind and size of one file, before anything is read. */
function fileProblem(folder: string, name: string, names: string[]): string | undefined {
  const [, stem, kind] = /^(.+)\.(json|wasm)$/.exec(name) ?? []
  if (stem === undefined || kind === undefined) return 'only HANDLE.json and HANDLE.wasm belong here'
  if (!HANDLE.test(stem)) return 'a handle has small letters, digits and single dashes, at most 39'
  const stat = lstatSync(join(folder, name))
  if (!stat.isFile()) return 'not an ordinary file'
  const limit = kind === 'json' ? JSON_LIMIT : WASM_LIMIT
  if (stat.size > limit) return `${stat.size} bytes, at most ${limit}`
  const other = `${stem}.${kind === 'json' ? 'wasm' : 'json'}`
  return names.includes(other) ? undefined : `${other} is missing`
}

function readEntry(folder: string, lab: string, handle: string): Entry | string {
  let data: Record<string, unknown>
  try {
    data = JSON.parse(readFileSync(join(folder, `${handle}.json`), 'utf8')) as Record<string, unknown>
  } catch {
    return 'not JSON'
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'not an object'
  const unknown = Object.keys(data).find((key) => !['schema', 'lab', 'handle', 'note'].includes(key))
  if (unknown !== undefined) return `unknown field ${JSON.stringify(unknown)}: figures are measured, not told`
  if (data.schema !== 'lab-entry/1') return "schema is not 'lab-entry/1'"
  if (data.lab !== lab) return `lab is ${JSON.stringify(data.lab)}, the folder is ${lab}`
  if (data.handle !== handle) return `handle is ${JSON.stringify(data.handle)}, the file is ${handle}.json`
  const note = data.note ?? ''
  if (typeof note !== 'string' || note.length > NOTE_LIMIT || /\p{C}/u.test(note))
    return `note is one line of at most ${NOTE_LIMIT} characters`
  const wasm = join(folder, `${handle}.wasm`)
  const bytes = readFileSync(wasm)
  if (bytes.subarray(0, 4).toString('latin1') !== '\0asm') return `${handle}.wasm is not a WebAssembly module`
  return { lab, handle, note, wasm, sha256: createHash('sha256').update(bytes).digest('hex') }
}
