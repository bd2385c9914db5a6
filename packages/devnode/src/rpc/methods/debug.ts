import { execute } from '../../chain/execute.ts'
import { overrideBlock } from '../blockOverrides.ts'
import { onBlock, prepareCall } from '../call.ts'
import { readCall } from '../callObject.ts'
import type { RpcMethods } from '../context.ts'
import { applyOverrides } from '../overrides.ts'
import { hash, options, serverError } from '../params.ts'
import { traceRun } from '../trace/index.ts'

/** Traces: the run is done again, on the state it had. */
export const debugMethods: RpcMethods = {
  debug_traceTransaction: (context, [h, tracerOptions]) => {
    const { chain } = context
    const wanted = hash(h, 'transaction hash')
    const tx = chain.txs.get(wanted)
    if (!tx) {
      if (chain.blocks.some((b) => b.internalTx === wanted))
        throw serverError(
          "this is ArbOS's own transaction: it runs no contract, so there is nothing to trace",
        )
      throw serverError('transaction not found')
    }
    const { number, hash: blockHash, timestamp } = tx.block
    const details = {
      block: Number(number),
      time: Number(timestamp),
      blockHash: `0x${blockHash}`,
      txHash: `0x${tx.hash}`,
      txIndex: tx.index,
      gasPrice: Number(tx.effectiveGasPrice),
    }
    const traced = { from: tx.from, to: tx.to, gasLimit: tx.gasLimit, context: details }
    return chain.replay(tx, (run) => traceRun(context, run, traced, tracerOptions))
  },

  debug_traceCall: (context, [call, tag, tracerOptions]) => {
    const { chain } = context
    const { state, evm } = chain
    const read = readCall(call)
    const o = options(tracerOptions, 'the tracer options')
    return onBlock(chain, tag, (info) =>
      state.isolated(() => {
        applyOverrides(state, o.stateOverrides)
        const execution = prepareCall(chain, read, overrideBlock(info, o.blockOverrides))
        const { gasLimit, gasPrice, block } = execution
        const details = {
          block: Number(block.number),
          time: Number(block.timestamp),
          gasPrice: Number(gasPrice),
        }
        const traced = { from: read.from, to: read.to, gasLimit, context: details }
        return traceRun(context, () => execute(evm, execution), traced, o)
      }),
    )
  },
}
