import { one } from './one.ts'
import { runNode } from './run-tool.ts'
import type { Step } from './types.ts'

export const figuresStep: Step = {
  name: 'figures',
  title: 'docs: figures and generated blocks',
  async run({ detail }) {
    const result = await runNode('scripts/docs/data.ts', ['--check'], { onLine: detail })
    const note = /^not measured: .*$/m.exec(result.stdout)?.[0]
    return one(result, note ? [note] : [])
  },
}
