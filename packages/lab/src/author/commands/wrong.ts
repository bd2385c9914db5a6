import { join } from 'node:path'
import { wrongAnswers } from '../../build/overlay.ts'
import type { CommandContext } from '../../commands/context.ts'
import { EXIT, UsageError } from '../../errors.ts'
import { loadManifest, selectLab } from '../../labs.ts'
import { atomicWrite } from '../../state/atomic-write.ts'
import { wrongPatch } from '../wrong-patch.ts'

/** `lab author wrong 5 truncate`: what stands in `labs/` now becomes a wrong answer. */
export async function run(context: CommandContext, words: string[]): Promise<number> {
  const { ws, out } = context
  const [word, slug] = words
  if (
    words.length !== 2 ||
    word === undefined ||
    slug === undefined ||
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)
  )
    throw new UsageError('which lab, and what to call the mistake?', {
      remedy: 'npm run lab -- author wrong 1 strict-less',
    })
  const manifest = await loadManifest(ws, join(ws.labs, selectLab(ws, word).lab))
  const known = wrongAnswers(ws, manifest.id)
  const same = known.find((name) => name.replace(/^\d+-/, '') === slug)
  if (same !== undefined)
    throw new UsageError(`lab ${manifest.number} has wrong/${same} already`, {
      remedy: 'take another name, or delete that one first',
    })
  const patch = wrongPatch(ws, manifest, [`${slug.replaceAll('-', ' ')}: say in one sentence what is wrong.`])
  if (patch === undefined)
    throw new UsageError(`labs/${manifest.id} holds no answer that differs from the solution`, {
      remedy: `write the wrong answer into labs/${manifest.id} first, the file of one task is enough`,
    })
  const number = Math.max(0, ...known.map((name) => Number.parseInt(name, 10) || 0)) + 1
  const name = `${String(number).padStart(2, '0')}-${slug}`
  const file = `solutions/${manifest.id}/wrong/${name}.patch`
  atomicWrite(join(ws.root, file), patch.text)
  out(`wrote ${file}, a change of ${patch.files.join(', ')}`)
  out('next: write its first line. Where it gives wrong values on several cases, a second one may follow:')
  out('      # looks like: what a learner who makes this mistake should read')
  out(`then: npm run lab -- author verify ${manifest.number} --update`)
  out(`and put your files back: npm run lab:reset ${manifest.number}`)
  return EXIT.pass
}
