import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../bootstrap/paths.mjs'
import { integer, table, type Writers } from '../blocks.ts'

/** One entry of `docs/report/deployments.json`; its schema stands beside it. */
export interface Deployment {
  chainId: number
  network: string
  address: string
  what: string
  model: string
  codeBytes?: number
  deploy: { hash: string; gas: number }
  activation: { hash: string; gas: number; dataFeeWei: string } | null
  gasPriceWei?: string
  gasForL1?: number
  date: string
  by: string
}

export function readDeployments(): Deployment[] {
  const text = readFileSync(join(root, 'docs', 'report', 'deployments.json'), 'utf8')
  return (JSON.parse(text) as { deployments: Deployment[] }).deployments
}

/** What a page says about where this has run. */
export function deploymentBlocks(deployments: readonly Deployment[]): Writers {
  return {
    'deployments-scope': () => scope(deployments),
    deployments: () => (deployments.length === 0 ? 'No entries yet.' : list(deployments)),
  }
}

/** One sentence: the devnode and nitro only, until somebody has deployed. */
function scope(deployments: readonly Deployment[]): string {
  if (deployments.length === 0)
    return 'Devnode and nitro only: nobody has told us of a deployment on Arbitrum Sepolia or Arbitrum One yet, and no figure on these pages comes from there.'
  const counts = new Map<string, number>()
  for (const { network } of deployments) counts.set(network, (counts.get(network) ?? 0) + 1)
  const words = [...counts].map(([network, count]) => `${count} on ${network}`).join(', ')
  return `Models on public chains, as their deployers report them: ${words}. All other figures are of the devnode and nitro.`
}

function list(deployments: readonly Deployment[]): string {
  const rows = [...deployments]
    .sort((a, b) => b.date.localeCompare(a.date) || a.address.localeCompare(b.address))
    .map(({ network, what, address, deploy, activation, date, by }) => [
      network,
      what,
      `\`${address}\``,
      integer(deploy.gas),
      activation ? integer(activation.gas) : 'before',
      date,
      by,
    ])
  return table(['network', 'what', 'address', 'deployment gas', 'activation gas', 'date', 'by'], rows)
}
