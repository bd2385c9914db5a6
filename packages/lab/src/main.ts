/** Chooses and runs a command. Everything heavy is imported by the command that needs it. */
import { parseArgs } from './args.ts'
import type { CommandContext } from './commands/context.ts'
import { showError } from './commands/show-error.ts'
import { detectStyle } from './output/style.ts'
import { workspace } from './workspace.ts'

const LOADERS: Record<string, () => Promise<{ run(context: CommandContext): Promise<number> }>> = {
  resume: () => import('./commands/resume.ts'),
  watch: () => import('./commands/watch.ts'),
  check: () => import('./commands/check.ts'),
  list: () => import('./commands/list.ts'),
  status: () => import('./commands/list.ts'),
  next: () => import('./commands/next.ts'),
  go: () => import('./commands/go.ts'),
  hint: () => import('./commands/hint.ts'),
  solution: () => import('./commands/solution.ts'),
  diff: () => import('./commands/diff.ts'),
  reset: () => import('./commands/reset.ts'),
  undo: () => import('./commands/undo.ts'),
  golf: () => import('./commands/golf.ts'),
  practice: () => import('./commands/practice.ts'),
  warm: () => import('./commands/warm.ts'),
  progress: () => import('./commands/progress.ts'),
  doctor: () => import('./commands/doctor.ts'),
  run: () => import('./commands/run.ts'),
  report: () => import('./commands/report.ts'),
  author: () => import('./commands/author.ts'),
  help: () => import('./commands/help.ts'),
}

export interface CliOptions {
  argv: string[]
  env: NodeJS.ProcessEnv
  stdout: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  stderr: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  stdin?: { isTTY?: boolean }
  signal: AbortSignal
}

/** Runs one command and returns its exit code; never throws. */
export async function main(options: CliOptions): Promise<number> {
  const { env, stdout, stderr } = options
  const ws = workspace(env.LAB_ROOT)
  let json = env.LAB_FORMAT === 'json' || options.argv.includes('--json')
  let style = detectStyle(stdout, env)
  try {
    const args = parseArgs(options.argv, env)
    json = args.flags.json
    style = detectStyle(stdout, env, args.flags)
    const command = await (
      LOADERS[args.command] as () => Promise<{ run(context: CommandContext): Promise<number> }>
    )()
    return await command.run({
      ws,
      args,
      env,
      style,
      errStyle: detectStyle(stderr, env, args.flags),
      out: (line) => void stdout.write(`${line}\n`),
      err: (line) => void stderr.write(`${line}\n`),
      stderr,
      signal: options.signal,
      interactive: stdout.isTTY === true && options.stdin?.isTTY === true,
    })
  } catch (error) {
    const { code, lines, json: body } = await showError(ws, options.argv, error, style)
    if (json) stdout.write(`${body}\n`)
    for (const line of lines) stderr.write(`${line}\n`)
    return code
  }
}
