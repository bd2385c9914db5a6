/** A stub that is still in the source. `line` counts from 1. */
export interface Stub {
  task: string
  line: number
}

const RUST = /\btodo!\s*\(\s*"(\d+\.\d+)\b/g
const TYPESCRIPT = /\bthrow\s+(?:new\s+)?Todo\s*\(\s*['"`](\d+\.\d+)/g

/** Blanks comments so that a `todo!` in one is not taken for a stub; keeps every line break. */
function withoutComments(source: string, rust: boolean): string {
  let out = ''
  let i = 0
  let quote = ''
  while (i < source.length) {
    const c = source[i] as string
    if (quote !== '') {
      out += c
      if (c === '\\') {
        out += source[i + 1] ?? ''
        i += 2
        continue
      }
      if (c === quote || (c === '\n' && quote === "'")) quote = ''
      i++
      continue
    }
    const two = source.slice(i, i + 2)
    if (two === '//') {
      while (i < source.length && source[i] !== '\n') i++
      continue
    }
    if (two === '/*') {
      const end = source.indexOf('*/', i + 2)
      const comment = source.slice(i, end < 0 ? source.length : end + 2)
      out += comment.replace(/[^\n]/g, ' ')
      i += comment.length
      continue
    }
    // A single quote in Rust opens a character only when it is closed right after it, else a lifetime.
    const opens =
      c === '"' ||
      (rust ? c === "'" && /^'(?:\\.|[^\\'])'/.test(source.slice(i, i + 4)) : c === '`' || c === "'")
    if (opens) quote = c
    out += c
    i++
  }
  return out
}

/**
 * Finds the stubs of a Rust (`todo!("5.2 ...")`) or TypeScript (`throw Todo('5.2')`) file by reading it,
 * so that an unfinished task is reported as such instead of as a trap.
 */
export function findStubs(source: string, file: string): Stub[] {
  const code = withoutComments(source, file.endsWith('.rs'))
  const pattern = file.endsWith('.rs') ? RUST : TYPESCRIPT
  const stubs: Stub[] = []
  for (const match of code.matchAll(pattern)) {
    stubs.push({ task: match[1] as string, line: code.slice(0, match.index).split('\n').length })
  }
  return stubs
}
