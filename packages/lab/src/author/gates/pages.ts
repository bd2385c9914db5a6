import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { walkFiles } from '../../build/walk.ts'
import { splitLines } from '../../regions/parse.ts'
import type { Workspace } from '../../workspace.ts'

/** A page with its text: what VitePress shows, and the labs' READMEs. Paths are from the repository root. */
export interface Page {
  file: string
  text: string
}

/** Every Markdown file of the site and of the labs. */
export function readPages(ws: Workspace): Page[] {
  const under = (folder: string) =>
    existsSync(join(ws.root, folder))
      ? walkFiles(join(ws.root, folder)).map((file) => `${folder}/${file}`)
      : []
  return [...under('docs'), ...under('labs')]
    .filter((file) => file.endsWith('.md') && !file.startsWith('docs/.vitepress/'))
    .map((file) => ({ file, text: readFileSync(join(ws.root, file), 'utf8') }))
}

const IMPORT = /^<<<\s+([^\s#{[]+)(?:#([\w-]+))?/

/**
 * Imports of code that lead nowhere: the file is not there, or it has no such region. VitePress prints the
 * whole file where a region is missing, without a word.
 */
export function brokenImports(ws: Workspace, pages: Page[]): string[] {
  const problems: string[] = []
  for (const { file, text } of pages) {
    for (const [index, line] of splitLines(text).entries()) {
      const found = IMPORT.exec(line.trimStart())
      if (found === null) continue
      const [, target, region] = found as unknown as [string, string, string | undefined]
      const here = `${file}:${index + 1}`
      const path = target.startsWith('@/')
        ? join(ws.root, 'docs', target.slice(2))
        : resolve(join(ws.root, dirname(file)), target)
      if (!existsSync(path)) {
        problems.push(`${here} imports ${target}, which does not exist`)
      } else if (region !== undefined) {
        const lines = splitLines(readFileSync(path, 'utf8'))
        const mark = (word: string) =>
          lines.some((code) =>
            new RegExp(`^\\s*(?:\\/\\/|\\/\\*|#|<!--)\\s*#?\\s*${word}\\s+${region}\\b(?!-)`).test(code),
          )
        if (!mark('region')) problems.push(`${here} imports region ${region}, which ${target} does not have`)
        else if (!mark('endregion')) problems.push(`${here}: region ${region} of ${target} has no end`)
      }
    }
  }
  return problems
}

/** Lines that have to agree before a block counts as pasted. */
const PASTED = 5

/** Code of labs and solutions, as one line per entry without indentation. */
export function labCode(ws: Workspace): Page[] {
  return [ws.labs, ws.solutions].flatMap((folder) => {
    const name = folder === ws.labs ? 'labs' : 'solutions'
    if (!existsSync(folder)) return []
    return walkFiles(folder)
      .filter((file) => /\.(rs|ts|toml)$/.test(file))
      .map((file) => ({ file: `${name}/${file}`, text: readFileSync(join(folder, file), 'utf8') }))
  })
}

const codeLines = (text: string) =>
  splitLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Code that a page should import instead of carrying a copy that grows old. */
export function pastedBlocks(pages: Page[], code: Page[]): string[] {
  const known = new Map<string, string>()
  for (const { file, text } of code) {
    const lines = codeLines(text)
    for (let i = 0; i + PASTED <= lines.length; i++) {
      const run = lines.slice(i, i + PASTED).join('\n')
      // Five closing brackets are nobody's code.
      if (/\w{3}/.test(run) && !known.has(run)) known.set(run, file)
    }
  }
  const problems: string[] = []
  for (const { file, text } of pages) {
    for (const block of text.matchAll(/^( *)(`{3,})[^\n]*\n([\s\S]*?)^\1\2\s*$/gm)) {
      const lines = codeLines(block[3] as string)
      for (let i = 0; i + PASTED <= lines.length; i++) {
        const source = known.get(lines.slice(i, i + PASTED).join('\n'))
        if (source === undefined) continue
        const line = text.slice(0, block.index).split('\n').length
        problems.push(`${file}:${line} carries a copy of ${source}: import it with <<<`)
        break
      }
    }
  }
  return problems
}
