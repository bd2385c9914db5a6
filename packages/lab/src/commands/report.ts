import { appendFileSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { labContentHash } from '../content-hash.ts'
import { EXIT, UsageError } from '../errors.ts'
import { labFolders, loadManifest, selectLab } from '../labs.ts'
import { classroomOutputs, toClassroom } from '../report/classroom.ts'
import { toCsv } from '../report/csv.ts'
import { toGithub } from '../report/github.ts'
import { toJunit } from '../report/junit.ts'
import { type ClassFile, classCsv, mergeClass } from '../report/merge.ts'
import { classRanking, FORMULA, rankingCsv } from '../report/ranking.ts'
import { storedReports } from '../report/stored.ts'
import { toTap } from '../report/tap.ts'
import type { CommandContext } from './context.ts'

const FORMATS = ['json', 'junit', 'tap', 'csv', 'classroom', 'github'] as const
type Format = (typeof FORMATS)[number]

/** Largest file that is read for a class. */
const FILE_LIMIT = 5_000_000

/** `lab report --format junit`: the last results in other forms; with `--merge` those of a class. */
export async function run(context: CommandContext): Promise<number> {
  const { args } = context
  const { flags } = args
  const wanted = flags.format ?? (flags.json || !flags.merge ? 'json' : 'csv')
  if (!(FORMATS as readonly string[]).includes(wanted))
    throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not '${wanted}'`, {
      remedy: 'npm run lab -- report --format junit',
    })
  if (!flags.merge && (flags.ranking || flags.pseudonyms))
    throw new UsageError('--ranking and --pseudonyms are for a class', {
      remedy: 'npm run lab -- report --merge FILES --ranking',
    })
  return flags.merge ? mergeFiles(context, wanted as Format) : lastResults(context, wanted as Format)
}

async function lastResults(context: CommandContext, format: Format): Promise<number> {
  const { ws, args, env } = context
  const only = args.words.map((word) => selectLab(ws, word).lab)
  const reports = (await storedReports(ws)).filter(({ lab }) => only.length === 0 || only.includes(lab.id))
  if (reports.length === 0)
    throw new UsageError('nothing has been graded yet', {
      remedy: `npm run lab:check ${args.words[0] ?? ''}`.trimEnd(),
    })
  if (format === 'classroom') {
    const runners = toClassroom(reports)
    const outputs = env.GITHUB_OUTPUT
    if (outputs !== undefined && outputs !== '') appendFileSync(outputs, classroomOutputs(runners))
    return print(context, `${JSON.stringify({ schema: 'lab-classroom/1', runners }, null, 2)}\n`)
  }
  const json = `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`
  const texts = { json: () => json, junit: toJunit, tap: toTap, csv: toCsv, github: toGithub }
  return print(context, texts[format](reports))
}

async function mergeFiles(context: CommandContext, format: Format): Promise<number> {
  const { ws, args, err } = context
  const { flags, words } = args
  if (words.length === 0)
    throw new UsageError('--merge needs the files of the class', {
      remedy: 'npm run lab -- report --merge collected/*.json --format csv',
    })
  if (format !== 'csv' && format !== 'json')
    throw new UsageError(`a class is written as csv or json, not ${format}`, {
      remedy: `npm run lab -- report --merge ${words[0]} --format csv`,
    })
  const files: ClassFile[] = []
  for (const word of words) {
    // npm starts the command in the root; a path is meant from where it was typed.
    const path = resolve(context.env.INIT_CWD ?? process.cwd(), word)
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      throw new UsageError(`${word} can't be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`, {
        remedy: 'name files that are there',
      })
    }
    files.push({ name: nameOf(word, words), text: text.length > FILE_LIMIT ? '' : text })
  }
  const contents: Record<string, string> = {}
  for (const folder of labFolders(ws)) {
    const manifest = await loadManifest(ws, join(ws.labs, folder))
    contents[folder] = labContentHash(ws, manifest)
  }
  const table = mergeClass(files, { contents, pseudonyms: flags.pseudonyms })
  for (const { file, why } of table.unreadable) err(`left out: ${file}: ${why}`)
  const ranking = flags.ranking ? classRanking(table) : undefined
  if (format === 'json') {
    // Pseudonyms are no use beside the names of files.
    const unreadable = flags.pseudonyms ? table.unreadable.length : table.unreadable
    const body = { ...table, unreadable, ...(ranking === undefined ? {} : { ranking, formula: FORMULA }) }
    return print(context, `${JSON.stringify(body, null, 2)}\n`)
  }
  return print(context, ranking === undefined ? classCsv(table) : rankingCsv(ranking))
}

/** `anna/progress.json` is anna's, `anna.json` too. */
function nameOf(word: string, all: string[]): string {
  const parts = word.replaceAll('\\', '/').split('/')
  const stem = basename(word).replace(/\.json$/, '')
  const common = all.filter((other) => basename(other) === basename(word)).length > 1 || stem === 'progress'
  const parent = parts
    .slice(0, -1)
    .filter((part) => part !== '.lab' && part !== '.' && part !== '..')
    .at(-1)
  return common && parent !== undefined ? parent : stem
}

/** A whole text on stdout, with exactly its own line ends. */
function print({ out }: CommandContext, text: string): number {
  out(text.replace(/\r?\n$/, ''))
  return EXIT.pass
}
