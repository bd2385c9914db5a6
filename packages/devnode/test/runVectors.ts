/**
 * Replays recorded scenarios against a devnode in this very process: `node test/runVectors.ts ARBOS SUSPENDER FILE...`.
 * The recorded runner stays as it is; its `fetch` is answered without a socket.
 */
import { createDevnode } from '../src/node/createDevnode.ts'
import { answerOne } from '../src/server.ts'
import type { SuspenderKind } from '../src/stylus/program.ts'
import { prepareChain } from './prepareChain.ts'

const [arbos, suspender, ...files] = process.argv.slice(2)
const devnode = await createDevnode({ arbos: Number(arbos), suspender: suspender as SuspenderKind })
await prepareChain(devnode, files)

globalThis.fetch = async (_url, init) =>
  new Response(JSON.stringify(await answerOne(devnode, JSON.parse(String(init?.body)))))
process.argv.splice(2, Number.POSITIVE_INFINITY, '--rpc', 'http://in.process', '--json', ...files)
await import('./vectors/run-vectors.mjs' as string)
