/**
 * Replays recorded scenarios while every outermost program counts its ink by function, and judges each transaction's
 * sums: `node test/profileVectors.ts ARBOS FILE...`. Prints the runner's report; what was judged goes to standard error.
 */
import { createDevnode } from '../src/node/createDevnode.ts'
import { answerOne } from '../src/rpc/answer.ts'
import { prepareChain } from './prepareChain.ts'

const [arbos, ...files] = process.argv.slice(2)
const devnode = await createDevnode({ arbos: Number(arbos) })
await prepareChain(devnode, files)

const judged = { runs: 0, instructions: 0, lossless: 0, wrong: [] as unknown[] }

/** Sums up the program that ran last; the EVM's context stays until the next run. */
function judge(hash: string): void {
  const outcome = devnode.chain.evm.context.outermost?.outcome
  if (!outcome) return
  const sum = (inks: Iterable<bigint>) => [...inks].reduce((a, b) => a + b, 0n)
  const instructions = sum(outcome.functionInk?.values() ?? [])
  const lost = outcome.ink.used - instructions - sum(outcome.hostInk.values())
  judged.runs++
  judged.instructions += Number(instructions)
  const finished = outcome.kind === 'success' || outcome.kind === 'revert'
  if (finished) judged.lossless++
  // exact where a program ends by itself; what a failed host call or exhaustion takes is never negative
  if (finished ? lost !== 0n || instructions === 0n : lost < 0n)
    judged.wrong.push({ hash, kind: outcome.kind, instructions: Number(instructions), lost: Number(lost) })
}

globalThis.fetch = async (_url, init) => {
  const request = JSON.parse(String(init?.body))
  const answer = await devnode.chain.evm.profiling(() => answerOne(devnode, request))
  const { result } = answer as { result?: unknown }
  if (request.method === 'eth_sendRawTransaction' && typeof result === 'string') judge(result)
  return new Response(JSON.stringify(answer))
}
process.on('exit', () => console.error(JSON.stringify(judged)))
process.argv.splice(2, Number.POSITIVE_INFINITY, '--rpc', 'http://in.process', '--json', ...files)
await import('./vectors/run-vectors.mjs' as string)
