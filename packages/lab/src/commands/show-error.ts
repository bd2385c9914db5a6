import { EXIT, fromSystem, LabError } from '../errors.ts'
import type { Style } from '../output/style.ts'
import { shown, type Workspace, withoutRoot } from '../workspace.ts'

/**
 * Turns whatever ended a command into lines, the body of `--json` and an exit code. A mistake of ours is
 * written to a report first.
 */
export async function showError(
  ws: Workspace,
  argv: string[],
  thrown: unknown,
  style: Style,
): Promise<{ code: number; lines: string[]; json: string }> {
  const error = fromSystem(thrown)
  const { errorLines } = await import('../output/render.ts')
  const known = error instanceof LabError ? error : undefined
  const message = (error as Error | undefined)?.message ?? String(error)
  const lines = errorLines(known ?? { kind: 'fault', message }, style).map((line) => withoutRoot(ws, line))
  if (known === undefined || known.kind === 'fault') {
    const { writeFaultReport } = await import('../state/fault-report.ts')
    const path = writeFaultReport(ws, argv, error)
    lines.push(
      'This is a mistake of the grader or of the lab, not yours.',
      `report: ${path === undefined ? 'could not be written' : shown(ws, path)}`,
    )
  }
  const body = {
    kind: known?.kind ?? 'fault',
    message,
    remedy: known?.remedy ?? null,
    details: known?.details ?? null,
  }
  const json = withoutRoot(ws, JSON.stringify({ schema: 'lab-error/1', error: body }, null, 2))
  return { code: known?.exitCode ?? EXIT.fault, lines, json }
}
