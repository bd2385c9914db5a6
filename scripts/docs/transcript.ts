import type { Overlay } from '../test-steps/overlays.ts'
import { runNode } from '../test-steps/run-tool.ts'

/**
 * What `npm run lab:check N` prints about a lab's tasks, line by line: the command is run, nothing is made up.
 * Left out: the line before the first result and the closing lines about what comes next, which depend on
 * the reader's progress. (It grades the solution, so that nobody's progress changes.)
 *
 * @throws Error when the check does not pass
 */
export async function transcript({ manifest }: Overlay): Promise<string[]> {
  const result = await runNode(
    'packages/lab/src/cli.ts',
    ['check', String(manifest.number), '--solution', '--engine', 'embedded'],
    {
      env: {
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        COLUMNS: '80',
        RPC_URL: undefined,
        LAB_FORMAT: undefined,
        LANG: 'C.UTF-8',
      },
    },
  )
  if (result.code !== 0) throw new Error(`lab ${manifest.number} does not pass:\n${result.output}`)
  const lines = result.stdout.split(/\r?\n/)
  const start = lines.findIndex((line) => line.startsWith(`lab ${manifest.number} `))
  const end = lines.findIndex((line, at) => at > start && line === '')
  if (start < 0 || end < 0)
    throw new Error(`the output of lab ${manifest.number} has changed:\n${result.stdout}`)
  return lines.slice(start, end)
}
