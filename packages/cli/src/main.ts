import { confirm, detectStyle, errorLines } from '@inkling/lab/terminal'
import { type ParsedArgs, parseArgs } from './args.ts'
import type { Command, CommandContext } from './context.ts'
import { EXIT, StoppedError } from './errors.ts'
import { type KnownError, knownError } from './output/known-error.ts'
import { progressLine } from './output/progress.ts'

/** Everything heavy is imported by the command that needs it. */
const LOADERS: Record<string, () => Promise<Command>> = {
  train: () => import('./commands/train.ts'),
  quantize: () => import('./commands/quantize.ts'),
  eval: () => import('./commands/eval.ts'),
  compile: () => import('./commands/compile.ts'),
  inspect: () => import('./commands/inspect.ts'),
  deploy: () => import('./commands/deploy.ts'),
  predict: () => import('./commands/predict.ts'),
  keepalive: () => import('./commands/keepalive.ts'),
  'cache-bid': () => import('./commands/cache-bid.ts'),
  bench: () => import('./commands/bench.ts'),
  help: () => import('./commands/help.ts'),
}

interface Stream {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
}

export interface CliOptions {
  argv: string[]
  env: NodeJS.ProcessEnv
  cwd: string
  stdout: Stream
  stderr: Stream
  signal: AbortSignal
  /** For tests; default: asks on the terminal. */
  confirm?: (question: string) => Promise<boolean>
}

/** Runs one command and returns its exit code; never throws. */
export async function main(options: CliOptions): Promise<number> {
  const { argv, env, stdout, stderr } = options
  let args: ParsedArgs | undefined
  let progress = progressLine(stderr, detectStyle(stderr, env))
  try {
    args = parseArgs(argv, env)
    const flags = { plain: args.flags.has('plain'), ascii: args.flags.has('ascii') }
    progress = progressLine(stderr, detectStyle(stderr, env, flags))
    const context: CommandContext = {
      args,
      env,
      cwd: options.cwd,
      style: detectStyle(stdout, env, flags),
      out(line) {
        progress.clear()
        stdout.write(`${line}\n`)
      },
      err(line) {
        progress.clear()
        stderr.write(`${line}\n`)
      },
      progress: (text) => progress.show(text),
      async confirm(question) {
        progress.clear()
        return await (options.confirm ?? confirm)(question)
      },
      interactive: options.confirm !== undefined || process.stdin.isTTY === true,
      signal: options.signal,
    }
    const command = await (LOADERS[args.command] as () => Promise<Command>)()
    const code = await command.run(context)
    progress.clear()
    return code
  } catch (error) {
    progress.clear()
    const known = knownError(options.signal.aborted ? new StoppedError() : error)
    report(known, options, args?.flags.has('json') ?? argv.includes('--json'))
    return known.exitCode
  }
}

function report(error: KnownError, { env, stdout, stderr }: CliOptions, json: boolean): void {
  const lines = errorLines(error, detectStyle(stderr, env))
  if (error.exitCode === EXIT.fault)
    lines.push('This is a mistake of inkling, not yours.', ...(error.stack ?? '').split('\n').slice(1, 6))
  if (json) {
    const { kind, name, message, remedy, details } = error
    const body = { kind, name, message, remedy: remedy ?? null, details: details ?? null }
    stdout.write(`${JSON.stringify({ schema: 'inkling-error/1', error: body }, null, 2)}\n`)
  }
  for (const line of lines) stderr.write(`${line}\n`)
}
