import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../bootstrap/paths.mjs'
import { fillBlocks, type Writers } from '../blocks.ts'
import { type Output, read } from '../outputs.ts'
import { choosingGuide } from './choosing.ts'
import { consumersGuide } from './consumers.ts'
import { deployingGuide } from './deploying.ts'
import { deploymentBlocks, readDeployments } from './deployments.ts'
import { inkProfileGuide } from './ink-profile.ts'
import { quantizationGuide } from './quantization.ts'
import { risksGuide } from './risks.ts'
import { sklearnGuide } from './sklearn.ts'
import { solidityGuide } from './solidity.ts'

/** Figures that the guides' sentences state: pages write `{{ guides.solidity.budget }}`. */
export const GUIDES_DATA = 'docs/data/guides.json'

/** The pages with blocks of the guides. Pages that aren't there are left out. */
const PAGES = [
  'docs/guides/choosing-a-model.md',
  'docs/guides/sklearn-to-contract.md',
  'docs/guides/quantization.md',
  'docs/guides/ink-profile.md',
  'docs/guides/deploying.md',
  'docs/guides/calling-from-solidity.md',
  'docs/guides/solidity-meets-stylus.md',
  'docs/guides/audit.md',
  'docs/reference/security.md',
]

/** Says where models have been deployed, if it has the block. */
const REPORT = 'docs/report/index.md'

const GUIDES = {
  choosing: async () => choosingGuide(),
  sklearn: sklearnGuide,
  quantization: quantizationGuide,
  profile: inkProfileGuide,
  deploying: deployingGuide,
  solidity: solidityGuide,
  consumers: consumersGuide,
  risks: risksGuide,
}

/**
 * Types what the theme guides show, on fresh devnodes; no Rust is needed. The figures depend on no machine: ink and gas
 * are the chain's, and training is seeded.
 *
 * @throws Error when a command or an example of a guide doesn't end as it should
 */
export async function collectGuides(
  detail: (text: string) => void = () => {},
): Promise<{ outputs: Output[]; writers: Writers }> {
  const figures: Record<string, unknown> = {}
  const writers: Writers = { ...deploymentBlocks(readDeployments()) }
  for (const [name, make] of Object.entries(GUIDES)) {
    detail(`guide: ${name}`)
    const made = await make()
    figures[name] = made.figures
    Object.assign(writers, made.writers)
  }
  const report = read(REPORT)?.includes('<!-- generated:deployments') ? [REPORT] : []
  const pages = [...PAGES.filter((file) => existsSync(join(root, file))), ...report]
  return {
    writers,
    outputs: [
      { file: GUIDES_DATA, text: `${JSON.stringify({ figures: rounded(figures) }, null, 2)}\n` },
      ...pages.map((file) => ({ file, text: fillBlocks(read(file)!, writers, file) })),
    ],
  }
}

/** Shares to four digits; ether keeps what it has. */
function rounded(figures: unknown): unknown {
  const round = (key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) && key !== 'dataFee'
      ? Math.round(value * 10_000) / 10_000
      : value
  return JSON.parse(JSON.stringify(figures, round))
}
