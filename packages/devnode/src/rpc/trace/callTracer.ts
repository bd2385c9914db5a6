import { quantity, to0x } from '../../bytes.ts'
import type { Executed } from '../../chain/execute.ts'
import type { Frame } from './recorder.ts'

interface CallTracerConfig {
  onlyTopCall: boolean
  withLog: boolean
}

/** What geth's `callTracer` answers: the tree of frames. The top frame shows the transaction's gas. */
export function callTrace(
  top: Frame,
  done: Executed,
  gasLimit: bigint,
  config: CallTracerConfig,
): Record<string, unknown> {
  return formatFrame({ ...top, gas: gasLimit, gasUsed: done.gasUsed }, config)
}

function formatFrame(f: Frame, config: CallTracerConfig): Record<string, unknown> {
  const created = f.type.startsWith('CREATE')
  const calls = config.onlyTopCall ? [] : f.calls
  const logs = config.withLog ? f.logs : []
  return {
    from: `0x${f.from}`,
    gas: quantity(f.gas),
    gasUsed: quantity(f.gasUsed),
    ...(f.to === undefined || (created && f.error) ? {} : { to: `0x${f.to}` }),
    input: to0x(f.input),
    ...(f.output.length > 0 ? { output: to0x(f.output) } : {}),
    ...failure(f),
    ...(calls.length > 0 ? { calls: calls.map((c) => formatFrame(c, config)) } : {}),
    ...(logs.length > 0
      ? {
          logs: logs.map(({ log: [address, topics, data], position }) => ({
            address: to0x(address),
            topics: topics.map(to0x),
            data: to0x(data),
            position: quantity(position),
          })),
        }
      : {}),
    ...(f.value === undefined ? {} : { value: quantity(f.value) }),
    type: f.type,
  }
}

function failure(f: Frame): Record<string, unknown> {
  if (f.error === undefined) return {}
  if (!f.reverted) return { error: f.error }
  const reason = f.error.slice('execution reverted: '.length)
  return { error: 'execution reverted', ...(reason ? { revertReason: reason } : {}) }
}
