import { existsSync, readFileSync } from 'node:fs'
import type { GradeOutcome } from '../../grade/host.ts'
import { readSignatures } from '../../grade/read-signatures.ts'
import type { LabManifest } from '../../types.ts'
import type { Workspace } from '../../workspace.ts'
import { aboutWrong, goldenPath, goldenText } from './golden.ts'

/** A wrong answer gets the text that was recorded, and its own diagnosis where it has one. */
export function goldenProblems(
  ws: Workspace,
  manifest: LabManifest,
  name: string,
  outcome: GradeOutcome,
): string[] {
  const problems: string[] = []
  const again = `look at it, then: npm run lab -- author verify ${manifest.number} --update`
  const path = goldenPath(ws, manifest.id, name)
  const now = goldenText(manifest, outcome)
  const golden = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined
  if (golden === undefined) problems.push(`wrong/${name}.golden.txt is missing; ${again}`)
  else if (golden !== now) {
    const [was, is] = [golden.split('\n'), now.split('\n')]
    const at = is.findIndex((line, i) => line !== was[i])
    const line = at < 0 ? is.length : at
    problems.push(
      `wrong/${name}.golden.txt, line ${line + 1}\n  was  ${was[line] ?? '(end)'}\n  is   ${is[line] ?? '(end)'}\n${again}`,
    )
  }
  const { what, says } = aboutWrong(ws, manifest.id, name)
  if (what === '') problems.push(`wrong/${name}.patch does not begin with '# what is wrong'`)
  const signature = readSignatures(ws, manifest.id)?.wrong.find((wrong) => wrong.name === name)
  if (says !== '' && signature === undefined)
    problems.push(
      `wrong/${name} has 'looks like', and no check shows it on two cases: leave the line out, or ${again}`,
    )
  const diagnosed = outcome.results.flatMap((result) => result.diagnosis ?? [])
  if (signature !== undefined && diagnosed.length === 0)
    problems.push(`wrong/${name} is not recognized: another wrong answer gives the same values`)
  for (const { id } of diagnosed)
    if (id !== `wrong/${name}`) problems.push(`wrong/${name} is taken for ${id}`)
  return problems
}
