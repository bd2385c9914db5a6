import { type ChildProcess, spawn } from 'node:child_process'
import { root } from '../bootstrap/paths.mjs'

export interface ToolResult {
  /** `null` when it did not start, or was stopped. */
  code: number | null
  stdout: string
  /** Standard output and standard error as they came. */
  output: string
}

export interface ToolOptions {
  cwd?: string
  /** Laid over process.env. */
  env?: Record<string, string | undefined>
  onLine?: (line: string) => void
  /** Default 30 minutes. */
  limitMs?: number
}

const running = new Set<ChildProcess>()

/** Stops every tool that is running; used on Ctrl-C. */
export function killRunning(): void {
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a program without a terminal and collects what it says. A program that is not there has `code: null`. */
export function runTool(command: string, args: string[], options: ToolOptions = {}): Promise<ToolResult> {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  running.add(child)
  const result: ToolResult = { code: null, stdout: '', output: '' }
  const limit = setTimeout(() => {
    result.output += `\nStopped: it took longer than ${(options.limitMs ?? thirtyMinutes) / 60_000} minutes.`
    child.kill('SIGKILL')
  }, options.limitMs ?? thirtyMinutes)
  const take = (chunk: string, out: boolean) => {
    if (out) result.stdout += chunk
    result.output += chunk
    for (const line of chunk.split(/[\r\n]/)) if (line.trim()) options.onLine?.(plain(line.trim()))
  }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => take(chunk, true))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => take(chunk, false))
  return new Promise((resolve) => {
    const finish = (code: number | null) => {
      clearTimeout(limit)
      running.delete(child)
      resolve({ ...result, code, output: plain(result.output) })
    }
    child.on('error', (error) => {
      result.output += error.message
      finish(null)
    })
    child.on('close', finish)
  })
}

/** Runs one of the project's own commands under this Node: `runNode('node_modules/…/cli.js', […])`. */
export function runNode(file: string, args: string[], options: ToolOptions = {}): Promise<ToolResult> {
  return runTool(process.execPath, [file, ...args], options)
}

const thirtyMinutes = 30 * 60_000

/** Without colors and cursor moves. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
}
