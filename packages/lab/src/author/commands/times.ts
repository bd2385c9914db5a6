import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CommandContext } from '../../commands/context.ts'
import { EXIT, UsageError } from '../../errors.ts'
import { ENOUGH, measuredMinutes, readClassTimes } from '../class-times.ts'
import { CLASS_TIMES, saveClassTimes } from '../class-times-file.ts'

const USAGE = 'npm run lab -- author times 41 issue-41.md'

/** `lab author times ISSUE FILE`: keeps the minutes a class returned; plans use them once three classes did. */
export async function run(context: CommandContext, words: string[]): Promise<number> {
  const { ws, out, env } = context
  const [id, name] = words
  if (words.length !== 2 || id === undefined || name === undefined || !/^[\w-]{1,20}$/.test(id))
    throw new UsageError("the issue's number, and a file with its text", { remedy: USAGE })
  let text: string
  try {
    text = readFileSync(resolve(env.INIT_CWD ?? process.cwd(), name), 'utf8')
  } catch (error) {
    throw new UsageError(`${name} can't be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`, {
      remedy: USAGE,
    })
  }
  const date = new Date().toISOString().slice(0, 10)
  const added = readClassTimes(text, { id, date })
  const file = saveClassTimes(ws, added)
  out(`wrote ${CLASS_TIMES}: ${file.classes.length} ${file.classes.length === 1 ? 'class' : 'classes'}`)
  for (const lab of Object.keys(added.labs)) {
    const minutes = measuredMinutes(file, Number(lab))
    const { half = '-', most = '-' } = added.labs[lab] ?? {}
    const now = minutes === undefined ? `ours until ${ENOUGH} classes returned it` : `${minutes} min in plans`
    out(`lab ${lab}: half ${half}, most ${most}; ${now}`)
  }
  return EXIT.pass
}
