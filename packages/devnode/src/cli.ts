import { parseArgs } from 'node:util'
import { CHAIN_ID, DEV_ADDRESS } from './constants.ts'
import type { Devnode } from './devnode.ts'
import { DevnodeError } from './errors.ts'
import { createDevnode } from './node/createDevnode.ts'
import { nodeJsTracer } from './node/jsTracer.ts'
import { loadStateFile, saveStateFile } from './node/stateFile.ts'
import { type Served, serve } from './server.ts'

const USAGE = `npm run devnode -- [options]

  --port N            port on 127.0.0.1 (default 8547); WebSocket on the same port and on N+1
  --arbos V           ArbOS version: 40, 51 (default), 59, 60
  --strict            production rules instead of the dev chain's laxer ones
  --state FILE        load the chain from FILE if it exists, and save it there at the end
  --allow-host NAME   accept this Host header too (forwarded ports); repeatable
  --allow-js-tracers  run JavaScript tracers, code that clients send (cargo stylus trace, replay)
  --help              this text`

async function main(): Promise<number> {
  let values: ReturnType<typeof read>
  try {
    values = read()
  } catch (e) {
    console.error(`${(e as Error).message}\n\n${USAGE}`)
    return 2
  }
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const port = Number(values.port ?? 8547)
  const arbos = Number(values.arbos ?? 51)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`--port takes a number from 0 to 65535, got ${values.port}`)
    return 2
  }
  try {
    await run({ ...values, port, arbos })
    return 0
  } catch (e) {
    if (!(e instanceof DevnodeError)) throw e
    console.error(e.message)
    return 3
  }
}

function read() {
  return parseArgs({
    options: {
      port: { type: 'string' },
      arbos: { type: 'string' },
      strict: { type: 'boolean' },
      state: { type: 'string' },
      'allow-host': { type: 'string', multiple: true },
      'allow-js-tracers': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values
}

type Options = Omit<ReturnType<typeof read>, 'port' | 'arbos'> & { port: number; arbos: number }

async function run(options: Options): Promise<void> {
  const { port, arbos, state: file } = options
  const devnode = await createDevnode({
    arbos,
    strict: options.strict === true,
    onConsole: (l) => console.log(l),
    ...(options['allow-js-tracers'] ? { jsTracer: nodeJsTracer } : {}),
  })
  const loaded = file !== undefined && (await loadStateFile(devnode.chain, file))
  const stopped = stopSignal()
  const served = await serve(devnode, { port, allowHosts: options['allow-host'] ?? [] })
  announce(devnode, served, options, loaded)
  await stopped
  await served.close()
  if (file === undefined) return
  await devnode.idle()
  await saveStateFile(devnode.chain, file)
  console.log(`saved block ${devnode.chain.head.number} to ${file}`)
}

function announce(devnode: Devnode, served: Served, options: Options, loaded: boolean): void {
  const { chain, arbos } = devnode
  const second = served.secondPort
  console.log(
    `Stylus devnode: ${served.url}  chain ${CHAIN_ID}  ArbOS ${arbos}${devnode.strict ? '  strict' : ''}`,
  )
  console.log(
    second === undefined
      ? `WebSocket: ${served.wsUrl} (port ${served.port + 1} is taken, so not there)`
      : `WebSocket: ${served.wsUrl} and port ${second}`,
  )
  console.log(`funded account: ${DEV_ADDRESS} (published key: never use it elsewhere)`)
  if (loaded) console.log(`loaded ${options.state}: block ${chain.head.number}`)
  if (options['allow-js-tracers']) console.log('JavaScript tracers are on: they run code that clients send.')
  console.log(
    options.state === undefined
      ? 'Ctrl-C stops it; nothing is kept.'
      : `Ctrl-C stops it and saves the chain to ${options.state}.`,
  )
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

process.exit(await main())
