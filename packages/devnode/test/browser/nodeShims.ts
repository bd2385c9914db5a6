/**
 * What the recorded runner takes from Node, for a page: the page's import map sends `node:fs`, `node:path`,
 * `node:module` and `node:url` here, so that the runner itself stays as it is.
 */
const files = new Map<string, string>()

/** Puts a file where the runner's `readFileSync` finds it. */
export function provideFile(name: string, text: string): void {
  files.set(name, text)
}

export default {
  readFileSync(name: string): string {
    const text = files.get(name)
    if (text === undefined) throw new Error(`there is no file ${name}`)
    return text
  },
  writeFileSync(): void {
    throw new Error('a page writes no files')
  },
  join: (...parts: string[]): string => parts.join('/'),
}

export function createRequire(): never {
  throw new Error('a page has no require')
}

export const pathToFileURL = (path: string): URL => new URL(path, 'file:///')
