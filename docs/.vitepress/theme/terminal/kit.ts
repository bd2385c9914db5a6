import { read } from '../playground/editor/kept.ts'
import { TerminalError } from './container.ts'

interface StoredKit {
  text: Record<string, string>
  base64: Record<string, string>
}

/**
 * The files of the terminal: this site's own, fetched from it.
 *
 * @throws TerminalError `kit`
 */
export async function loadKit(url: string): Promise<Record<string, string | Uint8Array>> {
  let stored: StoredKit
  try {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`the site answered ${response.status}`)
    stored = (await response.json()) as StoredKit
  } catch (cause) {
    throw new TerminalError(
      'kit',
      `The labs’ files could not be loaded (${(cause as Error).message}). They are part of the built site, not of \`npm run docs:dev\`.`,
      cause,
    )
  }
  const bytes = Object.entries(stored.base64).map(([path, text]) => [
    path,
    Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),
  ])
  return { ...stored.text, ...Object.fromEntries(bytes) }
}

/** What the reader wrote in edit-and-run, by path in the kit. */
export function keptEdits(files: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(files).flatMap((path) => {
      const edit = path.startsWith('labs/') ? read(`edit.${path.slice('labs/'.length)}`) : undefined
      return edit === undefined ? [] : [[path, edit]]
    }),
  )
}

/** A command line as a program and its arguments: words, and what stands in quotes as one. */
export function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare!,
  )
}

/** What a terminal would draw with: colors and cursor moves mean nothing in a log. */
export function plain(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
  return output.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007]*\u0007|[@-_])/g, '').replace(/\r\n?/g, '\n')
}
