import { join } from 'node:path'
import type { CommandContext } from '../../commands/context.ts'
import { EXIT, UsageError } from '../../errors.ts'
import { labFolders, loadManifest } from '../../labs.ts'
import { atomicWrite } from '../../state/atomic-write.ts'
import { diffsPath, diffsText } from '../diffs.ts'
import { scaffoldLab } from '../scaffold.ts'

/** `lab author new 08-audio`: a small lab that works, to be replaced part by part. */
export async function run(context: CommandContext, words: string[]): Promise<number> {
  const { ws, out } = context
  const [id] = words
  if (words.length !== 1 || id === undefined || !/^\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new UsageError('a number of two digits and a short name, in small letters', {
      remedy: 'npm run lab -- author new 08-audio',
    })
  const number = Number.parseInt(id, 10)
  const same = labFolders(ws).find((folder) => Number.parseInt(folder, 10) === number)
  if (same !== undefined)
    throw new UsageError(`number ${number} is taken by ${same}`, {
      remedy: `the next free one: ${String(Math.max(...labFolders(ws).map((name) => Number.parseInt(name, 10))) + 1).padStart(2, '0')}`,
    })
  const name = id.slice(3).replaceAll('-', ' ')
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  const files = scaffoldLab(ws, { id, title, question: `What is the question of ${name}?`, minutes: 30 })
  const manifest = await loadManifest(ws, join(ws.labs, id))
  atomicWrite(join(ws.root, diffsPath(manifest)), diffsText(ws, manifest) as string)
  out(
    `wrote ${files.length + 1} files: labs/${id}, solutions/${id}, docs/lessons/${id}.md, ${diffsPath(manifest)}`,
  )
  out('')
  out('The masters are in solutions/; starters are written from them. From here:')
  out(`  npm run lab -- author build ${number}              # after each change of a master`)
  out(`  npm run lab -- author verify ${number} --update    # record what the checks say to wrong answers`)
  out(`  npm run lab -- author verify ${number}             # all gates`)
  out('  npm run docs:data                          # labs.json and the generated blocks')
  return EXIT.pass
}
