import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'

/** A file as it should be. */
export interface Output {
  /** From the root, with forward slashes. */
  file: string
  text: string
}

/** Says in a line per file what is stale, with the first line that differs. */
export function differences(outputs: Output[]): string[] {
  return outputs.flatMap(({ file, text }) => {
    const now = read(file)
    if (now === undefined) return [`stale: ${file} is not there`]
    if (same(file, now, text)) return []
    const [a, b] = [now.split('\n'), text.split('\n')]
    const at = b.findIndex((line, i) => line !== a[i] && !/"(commit|cpu|cores|node)":/.test(line))
    return [
      `stale: ${file}, line ${at + 1}\n  is      ${a[at] ?? '(nothing)'}\n  should  ${b[at] ?? '(nothing)'}`,
    ]
  })
}

/** Writes what differs; a JSON file whose figures are the same keeps the environment it was measured in. */
export function writeAll(outputs: Output[]): string[] {
  return outputs
    .filter(({ file, text }) => !same(file, read(file), text))
    .map(({ file, text }) => {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
      return file
    })
}

function same(file: string, now: string | undefined, text: string): boolean {
  if (now === undefined) return false
  if (!file.endsWith('.json')) return now === text
  return withoutEnvironment(now) === withoutEnvironment(text)
}

function withoutEnvironment(json: string): string {
  try {
    const { environment: _, ...rest } = JSON.parse(json)
    return JSON.stringify(rest)
  } catch {
    return json
  }
}

/** With `\n` at line ends, whatever the checkout made of them. */
export function read(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}
