/** How to write to one terminal. Colour is ANSI-16 and always the third sign, after the word and the place. */
export interface Style {
  colour: boolean
  /** Append-only lines, no cursor moves. */
  plain: boolean
  /** Columns, 40 to 100. */
  width: number
  /** No characters beyond ASCII. */
  ascii: boolean
}

interface StreamLike {
  isTTY?: boolean
  columns?: number
}

function colourWanted(env: NodeJS.ProcessEnv, tty: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  if (env.TERM === 'dumb') return false
  return tty
}

/** Reads what the terminal can do: `NO_COLOR`, `FORCE_COLOR`, `TERM=dumb`, no terminal, `CI`. */
export function detectStyle(
  stream: StreamLike,
  env: NodeJS.ProcessEnv,
  flags: { plain?: boolean; ascii?: boolean } = {},
): Style {
  const tty = stream.isTTY === true && env.TERM !== 'dumb'
  // A terminal that does not know its width says 0.
  const columns = (stream.isTTY === true && stream.columns) || 80
  const utf8 =
    process.platform === 'win32'
      ? env.WT_SESSION !== undefined || env.TERM_PROGRAM !== undefined
      : !/^(C|POSIX)$/.test(env.LC_ALL ?? '')
  return {
    colour: colourWanted(env, tty) && flags.plain !== true,
    plain: flags.plain === true || !tty || (env.CI !== undefined && env.CI !== '' && env.CI !== 'false'),
    width: Math.max(40, Math.min(100, columns)),
    ascii: flags.ascii === true || !utf8,
  }
}

export type Paint = 'red' | 'green' | 'yellow' | 'blue' | 'bold' | 'dim'

const CODES: Record<Paint, [number, number]> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  bold: [1, 22],
  dim: [2, 22],
}

export function paint(style: Style, name: Paint, text: string): string {
  if (!style.colour || text === '') return text
  const [on, off] = CODES[name]
  return `\u001b[${on}m${text}\u001b[${off}m`
}

// \p{Cc} are the control characters; what follows one and a bracket is a sequence for the terminal.
const ESCAPES = /\p{Cc}\[[0-9;?]*[ -/]*[@-~]/gu
const CONTROLS = /(?![\t\n])\p{Cc}/gu

/** Terminal control sequences and other invisible characters from a learner's code must not reach the terminal. */
export function printable(text: string): string {
  return text.replace(ESCAPES, '').replace(CONTROLS, '')
}

/** Characters that ASCII terminals lack. */
export function sign(style: Style, unicode: string, ascii: string): string {
  return style.ascii ? ascii : unicode
}

/** Two texts at the two ends of a line; the right one moves to the next line when both don't fit. */
export function ends(style: Style, left: string, right: string): string[] {
  if (right === '') return [left]
  const gap = style.width - left.length - right.length
  if (gap >= 2) return [left + ' '.repeat(gap) + right]
  return [left, ' '.repeat(Math.max(0, style.width - right.length)) + right]
}

/** Breaks a text at spaces; every line begins with `indent` spaces. Words longer than a line stay whole. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && indent + line.length + 1 + word.length > width) {
        lines.push(' '.repeat(indent) + line)
        line = word
      } else {
        line = line === '' ? word : `${line} ${word}`
      }
    }
    lines.push(' '.repeat(indent) + line)
  }
  return lines.map((line) => line.trimEnd())
}

export const integer = (value: number | bigint): string => value.toLocaleString('en-US')
