/**
 * `npm run node:prepare`: a nitro dev node gets what the labs and cargo-stylus expect on it.
 * Exit codes: 0 ready, 2 wrong argument or RPC_URL, 3 the node can't be prepared.
 */
import { parseArgs } from 'node:util'
import { connect, withoutSecrets } from './connect.ts'
import { PrepareError } from './errors.ts'
import { NITRO } from './nitro.ts'
import { prepareNode } from './prepareNode.ts'

const USAGE = `npm run node:prepare [-- --wait SECONDS]

Prepares the development node at RPC_URL (default http://127.0.0.1:8547, chain 412346 only):
chain owner, L1 price 0, CREATE2 factory, cache manager, StylusDeployer. What is there is left alone.

  --wait SECONDS    give the node so long to answer (default 0)
  --help            this text`

function readArgs(): { help: boolean; wait: number } {
  const options = { wait: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values } = parseArgs({ options })
    const wait = values.wait ?? '0'
    if (!/^\d{1,4}$/.test(wait)) throw new Error(`--wait takes whole seconds, got '${wait}'`)
    return { help: values.help === true, wait: Number(wait) }
  } catch (error) {
    throw new PrepareError(2, `${(error as Error).message}\n\n${USAGE}`)
  }
}

async function main(): Promise<void> {
  const { help, wait } = readArgs()
  if (help) return console.log(USAGE)
  const url = process.env.RPC_URL || `http://127.0.0.1:${NITRO.httpPort}`
  const name = withoutSecrets(url)
  if (wait > 0) console.log(`Waiting up to ${wait} s for ${name} ...`)
  const { node, arbos } = await connect(url, wait)
  console.log(`Preparing ${name}  chain ${node.wallet.chain.id}  ArbOS ${arbos}`)
  const { done } = await prepareNode(node, console.log)
  console.log(done === 0 ? 'Ready: everything was there, nothing was sent.' : `Ready: ${done} done.`)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof PrepareError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
