import { join } from 'node:path'
import { type Workspace, withoutRoot } from '../workspace.ts'
import { atomicWrite } from './atomic-write.ts'

/** Writes what went wrong in us to `.lab/`; `undefined` when even that is impossible (full disk, read-only folder). */
export function writeFaultReport(
  ws: Workspace,
  argv: string[],
  error: unknown,
  more = '',
): string | undefined {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const path = join(ws.state, `fault-${stamp}.txt`)
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const cause =
    error instanceof Error && error.cause instanceof Error
      ? `\ncaused by: ${error.cause.stack ?? error.cause.message}`
      : ''
  const text = [
    `lab ${argv.join(' ')}`,
    `node ${process.versions.node} on ${process.platform} ${process.arch}`,
    '',
    stack + cause,
    more,
  ].join('\n')
  try {
    atomicWrite(path, `${withoutRoot(ws, text)}\n`)
    return path
  } catch {
    return undefined
  }
}
