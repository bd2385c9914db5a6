import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FINDINGS } from '../../../packages/wasm/src/index.ts'
import type { BoundFigures } from '../../bench/attacks/digits.ts'
import type { TreeExtraction } from '../../bench/attacks/extract.ts'
import { root } from '../../bootstrap/paths.mjs'
import { table, type Writers } from '../blocks.ts'
import { percent } from './percent.ts'
import { openSession, transcript } from './session.ts'

/** The static checks as a table, and what `scripts/bench-attacks.ts` measured. */
export async function risksGuide(): Promise<{ figures: { checks: number }; writers: Writers }> {
  const kinds = Object.entries(FINDINGS)
  const session = await openSession({ cwd: root })
  let life: string
  try {
    await session.type('inkling deploy labs/00-first-light/prebuilt/first-light.code --yes')
    const [address] = await programs(session)
    const soon = await session.type(`inkling keepalive ${address} --dry-run`, { code: 1 })
    await session.devnode.request({ method: 'evm_increaseTime', params: [320 * 86_400] })
    await session.devnode.request({ method: 'evm_mine', params: [] })
    life = transcript(soon, await session.type(`inkling keepalive ${address} --within 60 --yes`))
  } finally {
    await session.close()
  }
  return {
    figures: { checks: kinds.length },
    writers: {
      'static-checks': () =>
        table(
          ['check', 'how urgent', 'what is found', 'what to do', 'where it is wrong'],
          kinds.map(([id, { severity, what, next, limits }]) => [`\`${id}\``, severity, what, next, limits]),
        ),
      'keepalive-run': () => life,
      'attack-digits': () =>
        table(
          ['each pixel moves by at most', 'another digit', 'by chance, as many tries', 'becomes a 9'],
          attacks().digits.bounds.map((one) => [
            `${one.bound} of 255`,
            percent(one.misread),
            percent(one.misreadByNoise),
            percent(one.toNine),
          ]),
        ),
      'attack-tree': () =>
        table(
          ['questions', 'same label, all inputs', 'same label, real sites'],
          attacks().tree.steps.map((step) => [
            step.questions.toLocaleString('en-US'),
            percent(step.allInputs),
            percent(step.realSites),
          ]),
        ),
    },
  }
}

async function programs(session: Awaited<ReturnType<typeof openSession>>): Promise<string[]> {
  const block = (await session.devnode.request({
    method: 'eth_getBlockByNumber',
    params: ['latest', false],
  })) as {
    number: string
  }
  const found: string[] = []
  for (let n = Number(block.number); n > 0; n--) {
    const { transactions } = (await session.devnode.request({
      method: 'eth_getBlockByNumber',
      params: [`0x${n.toString(16)}`, false],
    })) as { transactions: string[] }
    for (const hash of transactions) {
      const receipt = (await session.devnode.request({
        method: 'eth_getTransactionReceipt',
        params: [hash],
      })) as { contractAddress: string | null }
      if (receipt.contractAddress) found.push(receipt.contractAddress)
    }
  }
  return found
}

function attacks() {
  const text = readFileSync(join(root, 'docs', 'data', 'attacks.json'), 'utf8')
  return (JSON.parse(text) as { figures: { digits: { bounds: BoundFigures[] }; tree: TreeExtraction } })
    .figures
}
