import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMasters } from '../build/masters.ts'
import { diffHunks, diffLines } from '../output/text-diff.ts'
import { splitLines } from '../regions/parse.ts'
import { renderSolution, renderStarter } from '../regions/render.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'

/**
 * What stands in `labs/NN-slug` now, as a patch of the solution. A file that is still the starter counts as
 * solved, so a wrong answer to one task needs only that task's file.
 *
 * @returns the patch and the files it changes; undefined when nothing differs
 */
export function wrongPatch(
  ws: Workspace,
  manifest: LabManifest,
  comments: string[],
): { text: string; files: string[] } | undefined {
  const lines = comments.map((comment) => `# ${comment}`)
  const files: string[] = []
  for (const [file, master] of readMasters(ws, manifest)) {
    const path = join(ws.labs, manifest.id, file)
    if (!existsSync(path)) continue
    const mine = splitLines(readFileSync(path, 'utf8'))
    if (mine.join('\n') === renderStarter(master)) continue
    const hunks = diffHunks(diffLines(splitLines(renderSolution(master)), mine))
    if (hunks.length === 0) continue
    files.push(file)
    lines.push(`--- a/${file}`, `+++ b/${file}`)
    for (const hunk of hunks) {
      const count = (sign: '-' | '+') => hunk.lines.filter(([own]) => own === ' ' || own === sign).length
      lines.push(`@@ -${hunk.from},${count('-')} +${hunk.to},${count('+')} @@`)
      for (const [sign, text] of hunk.lines) lines.push(`${sign}${text}`)
    }
  }
  return files.length === 0 ? undefined : { text: `${lines.join('\n')}\n`, files }
}
