import { parseArgs } from 'node:util'
import { DEV_ADDRESS } from './constants.ts'
import { createDevnode } from './devnode.ts'
import { DevnodeError } from './errors.ts'
import { serve } from './server.ts'

const USAGE = `npm run devnode -- [options]

  --port N          port on 127.0.0.1 (default 8547)
  --arbos V         ArbOS version: 40, 51 (default), 59, 60
  --strict          production rules instead of the dev chain's laxer ones
  --allow-host NAME accept this Host header too (forwarded ports); repeatable
  --help            this text`

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
    const devnode = await createDevnode({
      arbos,
      strict: values.strict === true,
      onConsole: (l) => console.log(l),
    })
    const served = await serve(devnode, { port, allowHosts: values['allow-host'] ?? [] })
    console.log(
      `Stylus devnode: ${served.url}  chain 412346  ArbOS ${arbos}${values.strict ? '  strict' : ''}`,
    )
    console.log(`funded account: ${DEV_ADDRESS} (published key: never use it elsewhere)`)
    console.log('Ctrl-C stops it; nothing is kept.')
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await served.close()
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
      'allow-host': { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  }).values
}

process.exit(await main())
