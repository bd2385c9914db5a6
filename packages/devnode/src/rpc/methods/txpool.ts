import { quantity } from '../../bytes.ts'
import type { Chain } from '../../chain/chain.ts'
import type { DecodedTx } from '../../chain/decodeTx.ts'
import type { RpcMethods } from '../context.ts'
import { formatPendingTx } from '../format.ts'

type Group = Record<string, Record<string, unknown>>

/** Waiting transactions by sender and nonce. `queued`: those that wait for one before them. */
function content(chain: Chain, show: (tx: DecodedTx) => unknown) {
  const out: Record<'pending' | 'queued', Group> = { pending: {}, queued: {} }
  const ends = new Map<string, bigint>()
  for (const tx of chain.pool.all) {
    const next = chain.state.account(tx.from)?.nonce ?? 0n
    const end = ends.get(tx.from) ?? next + chain.pool.runOf(tx.from, next)
    ends.set(tx.from, end)
    const group = tx.nonce < end ? out.pending : out.queued
    const sender = `0x${tx.from}`
    group[sender] ??= {}
    group[sender][String(tx.nonce)] = show(tx)
  }
  return out
}

const total = (group: Group): string =>
  quantity(Object.values(group).reduce((n, txs) => n + Object.keys(txs).length, 0))

/** The pool: empty unless automatic mining is off. */
export const txpoolMethods: RpcMethods = {
  txpool_content: ({ chain }) => content(chain, formatPendingTx),
  txpool_inspect: ({ chain }) =>
    content(
      chain,
      (tx) =>
        `${tx.to ? `0x${tx.to}` : 'contract creation'}: ${tx.value} wei + ${tx.gasLimit} gas × ${tx.maxFeePerGas} wei`,
    ),
  txpool_status: ({ chain }) => {
    const { pending, queued } = content(chain, () => true)
    return { pending: total(pending), queued: total(queued) }
  },
  eth_pendingTransactions: ({ chain }) => chain.pool.all.map(formatPendingTx),
}
