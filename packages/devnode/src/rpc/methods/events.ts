import { RpcError } from '../../errors.ts'
import type { RpcContext, RpcMethods } from '../context.ts'
import { getLogs } from '../logs.ts'
import type { Subscriptions } from '../subscriptions.ts'

function subscriptions({ subscriptions: s }: RpcContext): Subscriptions {
  if (!s) throw new RpcError(-32601, 'notifications not supported: subscribe over WebSocket, or use a filter')
  return s
}

/** Logs, filters that are polled, and subscriptions that notify. */
export const eventMethods: RpcMethods = {
  eth_getLogs: ({ chain }, [filter]) => getLogs(chain, filter),
  eth_newFilter: ({ filters }, [filter]) => filters.addLogs(filter),
  eth_newBlockFilter: ({ filters }) => filters.addBlocks(),
  eth_newPendingTransactionFilter: ({ filters }) => filters.addTransactions(),
  eth_getFilterChanges: ({ filters }, [id]) => filters.changes(id),
  eth_getFilterLogs: ({ filters }, [id]) => filters.logs(id),
  eth_uninstallFilter: ({ filters }, [id]) => filters.remove(id),
  eth_subscribe: (context, [kind, filter]) => subscriptions(context).add(kind, filter),
  eth_unsubscribe: (context, [id]) => subscriptions(context).remove(id),
}
