/** A devnode over HTTP for the recorded runner: prints its URL and serves until it is killed. */
import { createDevnode } from '../src/node/createDevnode.ts'
import { serve } from '../src/server.ts'
import { prepareChain } from './prepareChain.ts'

const [arbos, ...files] = process.argv.slice(2)
const devnode = await createDevnode({ arbos: Number(arbos) })
await prepareChain(devnode, files)
console.log((await serve(devnode, { port: 0 })).url)
