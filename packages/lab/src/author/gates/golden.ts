import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WrongSignature } from '../../grade/diagnose.ts'
import type { GradeOutcome } from '../../grade/host.ts'
import { taskLines } from '../../output/render.ts'
import type { LabManifest } from '../../types.ts'
import type { Workspace } from '../../workspace.ts'

/** Path of what the checks must say to a wrong answer. */
export function goldenPath(ws: Workspace, lab: string, name: string): string {
  return join(ws.solutions, lab, 'wrong', `${name}.golden.txt`)
}

/**
 * What the grader says of a graded variant, without what differs between compilers and machines: a line a
 * task, and every failure in full.
 */
export function goldenText(manifest: LabManifest, outcome: GradeOutcome): string {
  const lines: string[] = []
  for (const task of taskLines(manifest, outcome))
    lines.push(`${task.word.padEnd(5)} ${task.id} ${task.title}`)
  for (const result of outcome.results) {
    if (result.status === 'pass') continue
    lines.push('', `${result.id}: ${result.status}, ${result.reason ?? 'no reason'}`)
    const field = (name: string, value: string | undefined) => {
      if (value !== undefined) lines.push(`  ${name.padEnd(9)} ${value}`)
    }
    field('case', result.case === undefined ? undefined : `${result.case} of ${result.cases ?? '?'}`)
    field('message', result.message)
    field('input', result.input)
    field('expected', result.expected)
    field('yours', result.actual)
    field('distance', result.distance)
    field('where', result.where?.replace(/^\.work\/([^/]+)@[^/]+\//, 'labs/$1/'))
    field('looks like', result.diagnosis?.says)
  }
  return `${lines.map(steady).join('\n')}\n`
}

/** Addresses, and figures that depend on the compiler, are not part of the wording. */
function steady(line: string): string {
  return line
    .replace(/\.work\/([^/\s]+)@[^/\s]+\//g, 'labs/$1/')
    .replace(/0x[0-9a-fA-F]{40}\b/g, 'ADDRESS')
    .replace(/\b\d{1,3}(?:,\d{3})+\b/g, 'N')
    .replace(/\b\d+(?= (?:bytes|gas|ink|wei)\b)/g, 'N')
    .replace(/\b\d+(?:\.\d+)? %/g, 'N %')
}

/** What a wrong answer is, from the comment at the top of its patch. */
export function aboutWrong(ws: Workspace, lab: string, name: string): { what: string; says: string } {
  const path = join(ws.solutions, lab, 'wrong', `${name}.patch`)
  const head = existsSync(path) ? readFileSync(path, 'utf8').split(/\r?\n/) : []
  const comments = head.filter((line) => line.startsWith('# ')).map((line) => line.slice(2).trim())
  const what = comments.find((line) => !line.startsWith('looks like: ')) ?? ''
  const says = comments.find((line) => line.startsWith('looks like: '))?.slice('looks like: '.length) ?? ''
  return { what, says }
}

/** The signature of a wrong answer; undefined when no check shows it on several cases, or when it has no words. */
export function signatureOf(
  name: string,
  says: string,
  outcome: Pick<GradeOutcome, 'results'>,
  fewest: number,
): WrongSignature | undefined {
  const checks = outcome.results
    .filter((result) => (result.observed?.length ?? 0) >= fewest)
    .map((result) => ({ id: result.id, cases: result.observed as [number, string][] }))
  return says === '' || checks.length === 0 ? undefined : { name, says, checks }
}
