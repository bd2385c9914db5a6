import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, UsageError } from '../errors.ts'
import { splitLines } from '../regions/parse.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { formatProgress } from '../state/progress.ts'
import type { CommandContext } from './context.ts'
import { loadProgress } from './load-progress.ts'

const IGNORED = '.lab/'
/** Git never looks into a folder that is ignored as a whole, so its content is ignored instead, but for one file. */
const TRACKED = ['.lab/*', '!.lab/progress.json']

/** `lab progress`: what is remembered. `track` lets git see the progress file, for classes; `untrack` hides it again. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out } = context
  const action = args.words[0]
  const path = join(ws.root, '.gitignore')
  const lines = existsSync(path) ? splitLines(readFileSync(path, 'utf8')) : []
  const tracked = lines.includes(TRACKED[1] as string)
  if (action === undefined) {
    const progress = loadProgress(context)
    if (args.flags.json) {
      out(formatProgress(progress).trimEnd())
      return EXIT.pass
    }
    const tasks = Object.values(progress.labs).flatMap((lab) => Object.values(lab.tasks))
    const passed = tasks.filter((task) => task.status === 'pass').length
    out(
      `.lab/progress.json: ${passed} tasks passed, ${tasks.reduce((sum, task) => sum + task.attempts, 0)} tries`,
    )
    out('It holds tasks, tries, hints and figures; no name, and nothing about this machine.')
    out(
      tracked
        ? 'git sees it (untrack: npm run lab:progress untrack)'
        : 'git does not see it; for a class: npm run lab:progress track',
    )
    return EXIT.pass
  }
  if (action !== 'track' && action !== 'untrack') {
    throw new UsageError(`there is no 'lab progress ${action}'`, {
      remedy: 'npm run lab:progress track\nor npm run lab:progress untrack',
    })
  }
  if ((action === 'track') === tracked) {
    out(`nothing to do: .gitignore ${tracked ? 'lets git see' : 'hides'} .lab/progress.json already`)
    return EXIT.pass
  }
  const own = new Set([IGNORED, IGNORED.slice(0, -1), ...TRACKED])
  const at = lines.findIndex((line) => own.has(line))
  const rest = lines.filter((line) => !own.has(line))
  rest.splice(at < 0 ? 0 : at, 0, ...(action === 'track' ? TRACKED : [IGNORED]))
  atomicWrite(path, rest.join('\n').replace(/\n*$/, '\n'))
  if (action === 'track') {
    out('git sees .lab/progress.json now, and nothing else in .lab')
    out('hand it in: git add .gitignore .lab/progress.json && git commit -m "progress" && git push')
  } else {
    out('git does not see .lab/progress.json any more')
    out('was it committed? Then also: git rm --cached .lab/progress.json')
  }
  return EXIT.pass
}
