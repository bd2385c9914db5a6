import { FaultError } from './errors.ts'
import { splitLines } from './regions/parse.ts'

/**
 * Reads `hints.md`: `## 1.2` begins a task, `### 1` to `### 3` its rungs.
 * @returns the rungs by task id.
 * @throws FaultError naming the line: an author's mistake.
 */
export function parseHints(text: string, file: string): Map<string, string[]> {
  const hints = new Map<string, string[]>()
  let task: string | undefined
  let rung: string[] | undefined
  let fenced = false
  const close = () => {
    if (task !== undefined && rung !== undefined) hints.get(task)?.push(rung.join('\n').trim())
    rung = undefined
  }
  for (const [index, line] of splitLines(text).entries()) {
    if (line.startsWith('```')) fenced = !fenced
    const second = fenced ? null : /^## (\d+\.\d+)\b/.exec(line)
    const third = fenced ? null : /^### (\d+)\s*$/.exec(line)
    if (second !== null) {
      close()
      task = second[1] as string
      if (hints.has(task)) throw new FaultError(`${file}:${index + 1}: task ${task} has two sections`)
      hints.set(task, [])
    } else if (third !== null) {
      close()
      if (task === undefined) throw new FaultError(`${file}:${index + 1}: a rung stands before any task`)
      const expected = (hints.get(task)?.length ?? 0) + 1
      if (Number(third[1]) !== expected)
        throw new FaultError(
          `${file}:${index + 1}: rung ${third[1]} of task ${task}, ${expected} was expected`,
        )
      rung = []
    } else {
      rung?.push(line)
    }
  }
  close()
  return hints
}

/** Markdown as text for a terminal: links show their target, emphasis marks go, code stays as it is. */
export function hintText(markdown: string): { text: string; code: boolean }[] {
  const blocks: { text: string; code: boolean }[] = []
  let paragraph: string[] = []
  let fenced = false
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ text: paragraph.join(' '), code: false })
    paragraph = []
  }
  for (const line of splitLines(markdown)) {
    if (line.startsWith('```')) {
      flush()
      fenced = !fenced
    } else if (fenced || /^(?: {4}|\t)/.test(line)) {
      flush()
      blocks.push({ text: fenced ? `    ${line}` : line, code: true })
    } else if (line.trim() === '') {
      flush()
      blocks.push({ text: '', code: false })
    } else if (/^\s*(?:[-*]|\d+\.) /.test(line)) {
      flush()
      paragraph.push(line.trim())
    } else {
      paragraph.push(line.trim())
    }
  }
  flush()
  return blocks.map((block) =>
    block.code
      ? block
      : {
          ...block,
          text: block.text.replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)').replace(/\*\*([^*]+)\*\*/g, '$1'),
        },
  )
}
