import { splitLines } from '../regions/parse.ts'

/** A patch that does not fit the text it is for. */
export class PatchError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PatchError'
  }
}

interface Hunk {
  /** Line in the old text where the hunk should begin, from 1. */
  start: number
  before: string[]
  after: string[]
}

export interface FilePatch {
  path: string
  hunks: Hunk[]
}

function cleanPath(raw: string): string {
  return raw
    .split('\t')[0]!
    .trim()
    .replace(/^[ab]\//, '')
}

/** Reads a unified diff (`diff -u`, `git diff`). Only changes of existing files are supported. */
export function parsePatch(text: string): FilePatch[] {
  const patches: FilePatch[] = []
  let current: FilePatch | undefined
  let hunk: Hunk | undefined
  let oldLeft = 0
  let newLeft = 0
  for (const line of splitLines(text)) {
    if (hunk !== undefined && (oldLeft > 0 || newLeft > 0)) {
      const sign = line[0] ?? ' '
      if (sign === '\\') continue
      const body = line.slice(1)
      if (sign === ' ' || sign === '-') {
        hunk.before.push(body)
        oldLeft--
      }
      if (sign === ' ' || sign === '+') {
        hunk.after.push(body)
        newLeft--
      }
      if (![' ', '-', '+'].includes(sign)) throw new PatchError(`unexpected line in a hunk: ${line}`)
      continue
    }
    if (line.startsWith('+++ ')) {
      current = { path: cleanPath(line.slice(4)), hunks: [] }
      patches.push(current)
      continue
    }
    const head = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line)
    if (head !== null) {
      if (current === undefined) throw new PatchError('a hunk stands before any +++ line')
      hunk = { start: Number(head[1]), before: [], after: [] }
      current.hunks.push(hunk)
      oldLeft = Number(head[2] ?? 1)
      newLeft = Number(head[3] ?? 1)
    }
  }
  if (patches.length === 0) throw new PatchError('no +++ line: not a unified diff')
  if (oldLeft > 0 || newLeft > 0) throw new PatchError('the last hunk is cut off')
  return patches
}

/**
 * Applies hunks in order. A hunk may have moved: the nearest place with exactly its old lines is taken.
 * @throws PatchError when there is none.
 */
export function applyHunks(text: string, hunks: Hunk[]): string {
  const lines = splitLines(text)
  let shift = 0
  for (const [number, hunk] of hunks.entries()) {
    const wanted = hunk.start - 1 + shift
    const fits = (at: number) => at >= 0 && hunk.before.every((line, i) => lines[at + i] === line)
    let at = -1
    for (let distance = 0; distance <= lines.length && at < 0; distance++) {
      if (fits(wanted - distance)) at = wanted - distance
      else if (fits(wanted + distance)) at = wanted + distance
    }
    if (at < 0) throw new PatchError(`hunk ${number + 1} does not apply (near line ${hunk.start})`)
    lines.splice(at, hunk.before.length, ...hunk.after)
    shift = at - (hunk.start - 1) + hunk.after.length - hunk.before.length
  }
  return lines.join('\n')
}
