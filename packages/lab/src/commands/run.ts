import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { EXIT, UsageError } from '../errors.ts'
import type { CommandContext } from './context.ts'

/** `lab run labs/01-x/train.ts [...]`: one of the clone's scripts with the project's Node, whatever this machine's is. */
export async function run({ ws, args, signal }: CommandContext): Promise<number> {
  const [file, ...rest] = args.words
  const example = 'npm run lab -- run labs/01-decision-tree/train.ts'
  if (file === undefined) throw new UsageError('which file?', { remedy: example })
  const path = resolve(ws.root, file)
  const inside = relative(ws.root, path)
  if (inside === '' || inside.startsWith(`..${sep}`) || !/\.(ts|mjs|js)$/.test(path))
    throw new UsageError(`${file} is no script of this clone`, { remedy: example })
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UsageError(`${file} does not exist`, { remedy: `paths begin at the root: ${example}` })
  const child = spawn(process.execPath, [join(ws.root, inside), ...rest], { cwd: ws.root, stdio: 'inherit' })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  return new Promise((done) => {
    child.on('error', () => done(EXIT.fault))
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop)
      done(signal.aborted ? EXIT.interrupted : (code ?? EXIT.fail))
    })
  })
}
