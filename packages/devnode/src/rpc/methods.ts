import type { RpcMethods } from './context.ts'
import { blockMethods } from './methods/blocks.ts'
import { chainInfoMethods } from './methods/chainInfo.ts'
import { debugMethods } from './methods/debug.ts'
import { developmentMethods } from './methods/development.ts'
import { eventMethods } from './methods/events.ts'
import { executionMethods } from './methods/execution.ts'
import { stateMethods } from './methods/state.ts'
import { transactionMethods } from './methods/transactions.ts'
import { txpoolMethods } from './methods/txpool.ts'

/** The JSON-RPC surface. Methods run one at a time, so each sees a settled state. */
export const RPC_METHODS: RpcMethods = {
  ...chainInfoMethods,
  ...blockMethods,
  ...stateMethods,
  ...executionMethods,
  ...transactionMethods,
  ...eventMethods,
  ...debugMethods,
  ...txpoolMethods,
  ...developmentMethods,
}
