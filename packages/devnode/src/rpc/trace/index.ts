import type { Executed } from '../../chain/execute.ts'
import { invalidParams } from '../../errors.ts'
import type { RpcContext } from '../context.ts'
import { options, serverError, show } from '../params.ts'
import { callTrace } from './callTracer.ts'
import { tracerContext, tracerEvents } from './jsTracer.ts'
import { prestateTrace } from './prestateTracer.ts'
import { record } from './recorder.ts'
import { structLogs } from './structLogs.ts'
import { stylusTrace } from './stylusTracer.ts'

/** What is traced. */
export interface Traced {
  from: string
  to: string | undefined
  gasLimit: bigint
  /** More of the context that JavaScript tracers get. */
  context: Record<string, unknown>
}

const TRACERS = ['stylusTracer', 'callTracer', 'prestateTracer', 'noopTracer']

/** `debug_traceTransaction` and `debug_traceCall`: runs `plain` under the tracer that the options name. */
export async function traceRun(
  { chain, jsTracer }: RpcContext,
  plain: () => Promise<Executed>,
  traced: Traced,
  tracerOptions: unknown,
): Promise<unknown> {
  const o = options(tracerOptions, 'the tracer options')
  const { tracer, tracerConfig } = o
  const { evm } = chain
  const run = () => evm.tracing(plain)
  if (tracer === undefined || tracer === null || tracer === '') return structLogs(evm, run, o)
  if (typeof tracer !== 'string') throw invalidParams(`tracer must be a name, got ${show(tracer)}`)
  if (tracer === 'stylusTracer') return stylusTrace((await run()).context.steps)
  if (tracer === 'prestateTracer') return prestateTrace(evm, run, [traced.from, traced.to], tracerConfig)
  if (tracer === 'noopTracer') {
    await run()
    return {}
  }
  if (tracer === 'callTracer') {
    const config = options(tracerConfig, 'tracerConfig')
    const [onlyTopCall, withLog] = [config.onlyTopCall === true, config.withLog === true]
    const { done, top } = await record(evm, run, { positions: withLog })
    return callTrace(top, done, traced.gasLimit, { onlyTopCall, withLog })
  }
  if (!/[{(]/.test(tracer))
    throw serverError(
      `tracer not found: ${show(tracer)}. There are ${TRACERS.join(', ')}; without a tracer you get every EVM opcode.`,
    )
  if (!jsTracer)
    throw serverError(
      'JavaScript tracers are off: they run code that the client sends. Use the tracer "stylusTracer" ' +
        '(cargo stylus trace --use-native-tracer), or start the devnode with --allow-js-tracers.',
    )
  const { done, top, events } = await tracerEvents(evm, run, tracer)
  const context = tracerContext(top, done, traced.gasLimit, traced.context)
  return jsTracer({ source: tracer, config: tracerConfig, events, context })
}
