import { init, parse } from 'es-module-lexer'
import { transform } from 'sucrase'

/** A file that does not load: the learner's mistake, with its place where it is known. */
export class LoadError extends Error {
  override name = 'LoadError'
  readonly where: string
  constructor(message: string, where: string, cause?: unknown) {
    super(message, { cause })
    this.where = where
  }
}

/** Where modules come from: the lab's files as TypeScript, packages as objects that are loaded already. */
export interface ModuleSource {
  /** Text of a file of the lab, by its path; `undefined` where there is none. */
  file(path: string): string | undefined
  /** What a package exports; `undefined` where the page does not have it. */
  packageOf(name: string): Promise<Record<string, unknown> | undefined>
  /** Address under which a module with this text can be imported. Without it: a blob, which browsers can import. */
  toModule?(text: string): string
}

export interface Loader {
  load(path: string): Promise<Record<string, unknown>>
  /** The lab's file and line of an error that was thrown in it. */
  placeOf(error: unknown): string | undefined
}

/** Types are stripped, not checked; imports are turned into addresses of modules that the browser can load. */
export function createLoader(source: ModuleSource): Loader {
  const files = new Map<string, Promise<string>>()
  const packages = new Map<string, Promise<string>>()
  const names = new Map<string, string>()

  const toModule = source.toModule ?? asBlob

  async function packageUrl(name: string, from: string): Promise<string> {
    const found = await source.packageOf(name)
    if (found === undefined)
      throw new LoadError(`the page has no module '${name}': run this file in your clone`, from)
    const store = globalThis as unknown as { inklingModules?: Record<string, unknown> }
    store.inklingModules ??= {}
    store.inklingModules[name] = found
    const keys = Object.keys(found).filter((key) => key !== 'default' && /^[\w$]+$/.test(key))
    const lines = [
      `const m = globalThis.inklingModules[${JSON.stringify(name)}]`,
      ...keys.map((key) => `export const ${key} = m.${key}`),
      `export default m.default`,
    ]
    return toModule(lines.join('\n'))
  }

  async function fileUrl(path: string): Promise<string> {
    const text = source.file(path)
    if (text === undefined) throw new LoadError(`${path} is not in the page`, path)
    let code: string
    try {
      code = transform(text, { transforms: ['typescript'], filePath: path, disableESTransforms: true }).code
    } catch (error) {
      throw syntaxError(error, path)
    }
    await init
    let imports: ReturnType<typeof parse>[0]
    try {
      imports = parse(code, path)[0]
    } catch (error) {
      throw syntaxError(error, path)
    }
    let out = ''
    let at = 0
    for (const item of imports) {
      // import.meta has no module, and a computed import() stays as it is.
      const name = 'specifier' in item && !('glob' in item && item.glob) ? item.specifier : undefined
      if (!name) continue
      const target = name.startsWith('.') ? await own(resolve(path, name)) : await shared(name, path)
      // Of import('x') the quotes are part of what is named.
      const quoted = /^['"`]/.test(code[item.start] ?? '')
      out += code.slice(at, item.start) + (quoted ? JSON.stringify(target) : target)
      at = item.end
    }
    const url = toModule(out + code.slice(at))
    names.set(url, path)
    return url
  }

  const once = (memo: Map<string, Promise<string>>, key: string, make: () => Promise<string>) => {
    let made = memo.get(key)
    if (!made) {
      made = make()
      memo.set(key, made)
    }
    return made
  }
  const own = (path: string) => once(files, path, () => fileUrl(path))
  const shared = (name: string, from: string) => once(packages, name, () => packageUrl(name, from))

  const placeOf = (error: unknown): string | undefined => {
    const stack = error instanceof Error ? (error.stack ?? '') : ''
    for (const [, url, line] of stack.matchAll(/((?:blob|file):[^\s()]+?):(\d+)(?::\d+)?(?=[\s)]|$)/gm)) {
      const path = names.get(url as string)
      if (path !== undefined) return `${path}:${line}`
    }
    return undefined
  }

  return {
    placeOf,
    async load(path) {
      const url = await own(path)
      try {
        return await import(/* @vite-ignore */ url)
      } catch (error) {
        if (error instanceof LoadError || (error as Error).name === 'TodoError') throw error
        const where = placeOf(error) ?? path
        throw new LoadError(`${path} does not load: ${(error as Error).message}`, where, error)
      }
    },
  }
}

const asBlob = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))

function resolve(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** `train.ts: Unexpected token (26:10)` becomes a message and a place. */
function syntaxError(error: unknown, path: string): LoadError {
  const message = (error as Error).message
  const line = /\((\d+):\d+\)/.exec(message)?.[1]
  const words = message.replace(/^Error transforming [^:]*: /, '').replace(/\s*\(\d+:\d+\)/, '')
  return new LoadError(`${path} is no TypeScript: ${words}`, line ? `${path}:${line}` : path, error)
}
