import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { walkFiles } from '../build/walk.ts'
import { UsageError } from '../errors.ts'
import { parseMaster } from '../regions/parse.ts'
import { renderStarter } from '../regions/render.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import type { Workspace } from '../workspace.ts'

/** The clone this grader came from: templates and the lab whose contract is copied. */
const HOME = fileURLToPath(new URL('../../../..', import.meta.url))
const BASE = '00-first-light'
const CORE = 'contract/core/src/lib.rs'

export interface NewLab {
  /** `08-audio` */
  id: string
  title: string
  question: string
  minutes: number
}

/**
 * Writes a small lab that works: the contract and the model of lab 0, two tasks, three wrong answers, hints, a
 * README and a lesson. What it says is for the author to replace.
 *
 * @returns paths from the root that were written
 * @throws UsageError when the number or a file is taken
 */
export function scaffoldLab(ws: Workspace, lab: NewLab): string[] {
  const number = Number.parseInt(lab.id, 10)
  const nn = lab.id.slice(0, lab.id.indexOf('-'))
  const words: Record<string, string> = {
    ID: lab.id,
    N: String(number),
    NN: nn,
    TITLE: lab.title,
    QUESTION: lab.question,
    MINUTES: String(lab.minutes),
    LESSON: `docs/lessons/${lab.id}.md`,
  }
  const template = (name: string) =>
    readFileSync(join(HOME, 'packages', 'lab', 'templates', 'lab', `${name}.txt`), 'utf8')
      .replaceAll('\r\n', '\n')
      .replace(/\{\{([A-Z]+)\}\}/g, (whole, name: string) => words[name] ?? whole)
  const files = new Map<string, string | Uint8Array>()

  const base = join(HOME, 'labs', BASE)
  for (const file of walkFiles(base)) {
    const own = /^(contract|data)\//.test(file) || file === 'checks.test.ts'
    if (!own || file === CORE || file.startsWith('contract/core/tests/')) continue
    const data = readFileSync(join(base, file))
    const text = /\.(rs|toml|lock|ts)$/.test(file)
    files.set(`labs/${lab.id}/${file}`, text ? renamed(data.toString('utf8'), number, nn, lab.title) : data)
  }
  const master = template('lib.rs')
  files.set(`solutions/${lab.id}/${CORE}`, master)
  files.set(`labs/${lab.id}/${CORE}`, renderStarter(parseMaster(master, CORE)))
  for (const name of ['README.md', 'lab.ts', 'checks.ts', 'hints.md'])
    files.set(`labs/${lab.id}/${name}`, template(name))
  for (const name of ['01-last-bad-feature', '02-at-the-maximum', '03-lowest-score'])
    files.set(`solutions/${lab.id}/wrong/${name}.patch`, template(`wrong/${name}.patch`))
  files.set(`docs/lessons/${lab.id}.md`, template('lesson.md'))

  const taken = [...files.keys()].find((file) => existsSync(join(ws.root, file)))
  if (taken !== undefined)
    throw new UsageError(`${taken} is there already`, { remedy: 'choose another number or name' })
  for (const [file, data] of files) atomicWrite(join(ws.root, file), data)
  return [...files.keys()]
}

function renamed(text: string, number: number, nn: string, title: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('lab00', `lab${nn}`)
    .replace(/Lab 0: [^"\n]*/g, `Lab ${number}: ${title}`)
    .replaceAll('FirstLight', 'Lab')
}
