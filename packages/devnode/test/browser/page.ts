/** Runs in the page: replays recorded scenarios against a devnode in a Worker, with the recorded runner as it is. */
import {
  profileCall,
  RpcError,
  startDevnode,
  type WorkerDevnode,
  type WorkerDevnodeOptions,
} from '../../src/worker/index.ts'
import { prepareChain } from '../prepareChain.ts'

export interface Replay {
  options: WorkerDevnodeOptions
  files: string[]
}

declare global {
  var replay: (what: Replay) => Promise<string>
  var start: typeof startDevnode
  var profile: typeof profileCall
}

class Exited {
  readonly status: unknown
  constructor(status: unknown) {
    this.status = status
  }
}

globalThis.start = startDevnode
globalThis.profile = profileCall

globalThis.replay = async ({ options, files }) => {
  const { provideFile } = await import('./nodeShims.ts')
  for (const file of files) provideFile(file, await (await fetch(`/vectors/${file}`)).text())
  // recorded on a nitro chain before `npm run node:prepare`: without a cache manager
  const devnode = await startDevnode(options)
  await prepareChain(devnode, files)
  let printed = ''
  console.log = (text: string) => {
    printed = text
  }
  globalThis.fetch = async (_url, init) =>
    Response.json(await answer(devnode, JSON.parse(String(init?.body))))
  Object.assign(globalThis, {
    process: {
      argv: ['', '', '--rpc', 'http://in.worker', '--json', ...files],
      cwd: () => '/',
      exit(status: unknown) {
        throw new Exited(status)
      },
    },
  })
  const runner = '/vectors/run-vectors.mjs' // not for the bundler
  await import(/* @vite-ignore */ runner).catch((e: unknown) => {
    if (!(e instanceof Exited)) throw e
  })
  devnode.close()
  return printed
}

async function answer(
  devnode: WorkerDevnode,
  { id, method, params }: { id: number; method: string; params: unknown[] },
): Promise<unknown> {
  try {
    return { jsonrpc: '2.0', id, result: await devnode.request({ method, params }) }
  } catch (e) {
    if (!(e instanceof RpcError)) throw e
    const { code, message, data } = e
    return { jsonrpc: '2.0', id, error: { code, message, data } }
  }
}
