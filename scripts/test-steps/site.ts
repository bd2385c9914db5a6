import { one, sum } from './one.ts'
import { runNode } from './run-tool.ts'
import type { Step, StepResult } from './types.ts'
import { runVitest } from './unit.ts'

export const siteStep: Step = {
  name: 'site',
  title: 'docs: types, sources, every page in a browser',
  async run({ detail }) {
    const args = ['--noEmit', '--pretty', 'false', '-p', 'docs/tsconfig.json']
    const types = one(await runNode('node_modules/vue-tsc/bin/vue-tsc.js', args, { onLine: detail }))
    return sum([types, byName(await runVitest('site', detail))])
  },
}

/** Without a browser dozens of tests are left out for one reason: said once, with their number. */
function byName(result: StepResult): StepResult {
  const skipped = result.skipped ?? []
  const reason = 'no Chromium or Chrome (Debian: apt-get install chromium)'
  return skipped.length === 0
    ? result
    : { ...result, skipped: [`${skipped.length} tests of the pages: ${reason}`] }
}
