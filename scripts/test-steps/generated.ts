import { one, sum } from './one.ts'
import { ownWork } from './own-work.ts'
import { runNode } from './run-tool.ts'
import type { Step } from './types.ts'

export const generatedStep: Step = {
  name: 'generated',
  title: 'generated files are up to date',
  async run({ detail, ci }) {
    const mine = await ownWork(ci)
    if (mine.length > 0)
      return { passed: 0, failed: 0, skipped: mine.map((file) => `${file} (your own work)`) }
    const results = []
    for (const what of ['build', 'leaderboard'])
      results.push(
        one(
          await runNode('packages/lab/src/cli.ts', ['author', what, '--check', '--plain'], {
            onLine: detail,
          }),
        ),
      )
    return sum(results)
  },
}
