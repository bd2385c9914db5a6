/**
 * Rust's two schemes of symbol names, as paths without generic arguments:
 * `_RNvCs1234_10lab01_core4walk` and `_ZN10lab01_core4walk17h0123456789abcdefE` are `lab01_core::walk`.
 * Rules: RFC 2603 (v0) and rustc's legacy mangling. Names of another kind come back as they are.
 */
export function demangle(name: string): string {
  try {
    if (/^_?_ZN/.test(name)) return legacy(name)
    if (/^_?_R/.test(name)) return new V0(name.replace(/^_?_R/, '').replace(/\..*$/, '')).path()
  } catch {
    // a name that is cut off or follows newer rules
  }
  return name
}

const ESCAPES: Record<string, string> = {
  LT: '<',
  GT: '>',
  RF: '&',
  BP: '*',
  C: ',',
  u20: ' ',
  u7b: '{',
  u7d: '}',
}

function legacy(name: string): string {
  const text = name.replace(/^_?_ZN/, '')
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const length = /^\d+/.exec(text.slice(at))?.[0]
    if (length === undefined) break
    at += length.length
    parts.push(text.slice(at, at + Number(length)))
    at += Number(length)
  }
  if (parts.length > 1 && /^h[0-9a-f]{16}$/.test(parts.at(-1) as string)) parts.pop()
  if (parts.length === 0) return name
  return parts
    .join('::')
    .replace(/\$(\w+)\$/g, (all, code: string) => ESCAPES[code] ?? all)
    .replaceAll('..', '::')
    .replace(/^_(?=<)/, '')
}

const BASIC: Record<string, string> = {
  a: 'i8',
  b: 'bool',
  c: 'char',
  d: 'f64',
  e: 'str',
  f: 'f32',
  h: 'u8',
  i: 'isize',
  j: 'usize',
  l: 'i32',
  m: 'u32',
  n: 'i128',
  o: 'u128',
  p: '_',
  s: 'i16',
  t: 'u16',
  u: '()',
  v: '...',
  x: 'i64',
  y: 'u64',
  z: '!',
}

const lastOf = (path: string) => path.replace(/(?:\w+::)+/g, '')

/** Reads a v0 name from left to right. */
class V0 {
  private readonly text: string
  private at = 0
  private depth = 0

  constructor(text: string) {
    this.text = text
  }

  path(): string {
    if (this.depth++ > 100) throw new Error('too deep')
    const tag = this.text[this.at++]
    try {
      switch (tag) {
        case 'C':
          this.disambiguator()
          return this.identifier()
        case 'N': {
          const space = this.text[this.at++] as string
          const parent = this.path()
          this.disambiguator()
          const own = this.identifier()
          if (space === 'C') return `${parent}::{closure}`
          return own === '' ? parent : `${parent}::${own}`
        }
        case 'M':
          this.disambiguator()
          this.path()
          return this.type()
        case 'X':
        case 'Y': {
          if (tag === 'X') {
            this.disambiguator()
            this.path()
          }
          const type = this.type()
          return `<${lastOf(type)} as ${lastOf(this.path())}>`
        }
        case 'I': {
          const path = this.path()
          while (!this.take('E')) this.genericArgument()
          return path
        }
        case 'B':
          return this.backReference(() => this.path())
      }
      throw new Error(`unknown path ${tag}`)
    } finally {
      this.depth--
    }
  }

  private type(): string {
    const tag = this.text[this.at] as string
    const basic = BASIC[tag]
    if (basic !== undefined) {
      this.at++
      return basic
    }
    switch (tag) {
      case 'A': {
        this.at++
        const item = this.type()
        this.constant()
        return `[${item}]`
      }
      case 'S':
        this.at++
        return `[${this.type()}]`
      case 'T': {
        this.at++
        const items: string[] = []
        while (!this.take('E')) items.push(this.type())
        return `(${items.join(', ')})`
      }
      case 'R':
      case 'Q':
        this.at++
        this.lifetime()
        return this.type()
      case 'P':
      case 'O':
        this.at++
        return this.type()
      case 'B':
        this.at++
        return this.backReference(() => this.type())
      case 'F':
      case 'D':
        throw new Error('function and dyn types are left as they are')
    }
    return this.path()
  }

  private genericArgument(): void {
    if (this.text[this.at] === 'L') this.lifetime()
    else if (this.take('K')) this.constant()
    else this.type()
  }

  private lifetime(): void {
    if (this.take('L')) this.base62()
  }

  private constant(): void {
    if (this.take('B')) {
      this.backReference(() => {
        this.constant()
        return ''
      })
      return
    }
    this.at++
    if (this.text[this.at - 1] !== 'p')
      while (this.text[this.at++] !== '_') if (this.at > this.text.length) throw new Error('cut off')
  }

  private backReference(read: () => string): string {
    const target = this.base62()
    const here = this.at
    this.at = target
    const result = read()
    this.at = here
    return result
  }

  private disambiguator(): void {
    if (this.take('s')) this.base62()
  }

  private base62(): number {
    if (this.take('_')) return 0
    let value = 0
    for (;;) {
      const c = this.text[this.at++]
      if (c === '_') return value + 1
      const digit = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(c ?? '?')
      if (digit < 0) throw new Error('not a number')
      value = value * 62 + digit
    }
  }

  private identifier(): string {
    this.take('u')
    const digits = /^\d+/.exec(this.text.slice(this.at))?.[0]
    if (digits === undefined) throw new Error('a length was expected')
    this.at += digits.length
    this.take('_')
    const own = this.text.slice(this.at, this.at + Number(digits))
    if (own.length !== Number(digits)) throw new Error('cut off')
    this.at += own.length
    return own
  }

  private take(c: string): boolean {
    if (this.text[this.at] !== c) return false
    this.at++
    return true
  }
}
