import { readFileSync } from 'node:fs'
import type { ShikiTransformer } from 'shiki'

/** A block of `docs/data/line-ink.json`: code as a page shows it, and the ink of its lines in one call. */
export interface InkBlock {
  call: string
  total: number
  lines: [text: string, ink: number][]
}

type Node = Parameters<NonNullable<ShikiTransformer['pre']>>[0]
const element = (
  tagName: string,
  properties: Record<string, string>,
  ...children: (string | Node)[]
): Node => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
})

const number = (value: number) => value.toLocaleString('en-US')
/** How a block is found: by what its lines say, so that a figure never stands beside other code than was measured. */
const key = (lines: readonly string[]) => lines.map((line) => line.trim()).join('\n')

/** Blocks by their code; those in which no line took anything are left out. */
export function inkByCode(blocks: readonly InkBlock[]): Map<string, InkBlock> {
  return new Map(
    blocks
      .filter(({ lines }) => lines.some(([, ink]) => ink > 0))
      .map((block) => [key(block.lines.map(([text]) => text)), block]),
  )
}

/** Every block of `docs/data/line-ink.json`. */
export function loadLineInk(): InkBlock[] {
  const file = new URL('../data/line-ink.json', import.meta.url)
  const { figures } = JSON.parse(readFileSync(file, 'utf8')) as { figures: { blocks: InkBlock[] }[] }
  return figures.flatMap(({ blocks }) => blocks)
}

/**
 * A shiki transformer that puts the measured ink before each line of a Rust block that it knows, and below the block
 * a note that says of which call. The numbers are text, left out of what the copy button takes.
 */
export function lineInk(known: ReadonlyMap<string, InkBlock>): ShikiTransformer {
  const blockOf = ({ source, options }: { source: string; options: { lang: string } }) =>
    options.lang === 'rs' || options.lang === 'rust'
      ? known.get(key(source.trimEnd().split('\n')))
      : undefined
  return {
    name: 'inkling:line-ink',
    // Last of the hooks for lines: VitePress' own look at each line's first token.
    pre(node) {
      const block = blockOf(this)
      if (!block) return
      this.addClassToHast(node, 'with-ink')
      for (const [i, line] of this.lines.entries()) line.children.unshift(inkOf(block.lines[i]?.[1] ?? 0))
    },
    root(root) {
      const block = blockOf(this)
      if (!block) return
      root.children.push(element('p', { class: 'ink-note vp-copy-ignore' }, ...noteOf(block)))
    },
  }
}

function inkOf(ink: number): Node {
  return ink > 0
    ? element(
        'span',
        { class: 'line-ink vp-copy-ignore' },
        number(ink),
        element('span', { class: 'visually-hidden' }, ' ink: '),
      )
    : element('span', { class: 'line-ink vp-copy-ignore', 'aria-hidden': 'true' })
}

function noteOf({ call, lines, total }: InkBlock): (string | Node)[] {
  const here = lines.reduce((sum, [, ink]) => sum + ink, 0)
  const words = call
    .split('`')
    .map((part, i) => (i % 2 === 1 ? element('span', { class: 'call' }, part) : part))
  return [
    'Left: ink. ',
    ...words,
    `; ${number(here)} here, of ${number(total)} for all instructions of the call. Library code counts for the line that calls it.`,
  ]
}
