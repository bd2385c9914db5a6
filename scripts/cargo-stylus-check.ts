/**
 * `node scripts/cargo-stylus-check.ts` drives `npm run devnode` with the stock cargo-stylus: check, deploy, call, trace,
 * cache. Kept out of `npm test`, because the tool has to be installed (its build takes a quarter of an hour) and builds
 * the contract twice (minutes, the first time). With `--write`, the transcript goes into docs/reference/cargo-stylus.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPublicClient, createWalletClient, encodeFunctionData, type Hex, http, parseAbi } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { DEV_PRIVATE_KEY } from '../packages/devnode/src/constants.ts'
import { stylusDevChain } from '../packages/devnode/src/viem.ts'
import { root } from './bootstrap/paths.mjs'
import { cleanTranscript } from './cargo-stylus/cleanTranscript.ts'
import { devnodeProcess } from './cargo-stylus/devnodeProcess.ts'
import { prepareNode } from './cargo-stylus/prepareNode.ts'
import { recordingProxy } from './cargo-stylus/recordingProxy.ts'
import { stylusCommand } from './cargo-stylus/stylusCommand.ts'

const { values } = parseArgs({ options: { write: { type: 'boolean' } } })
const lab = join(root, 'labs', '00-first-light')
const page = join(root, 'docs', 'reference', 'cargo-stylus.md')
const abi = parseAbi(['function classify(bytes input) view returns (uint8)'])

const stylus = await stylusCommand(join(lab, 'contract'))
const node = await devnodeProcess('--allow-js-tracers')
const proxy = await recordingProxy(node.url)
const transcript: string[] = []
const paths = {
  [root]: '.',
  [homedir()]: '~',
  [proxy.url]: 'http://localhost:8547',
  [node.url]: 'http://localhost:8547',
}

/** Runs one command, shows it, and keeps it for the page. Ends everything where it fails. */
async function step(...args: string[]): Promise<string> {
  const shown = args.map((a) => (a === DEV_PRIVATE_KEY ? '$KEY' : a)).join(' ')
  const { code, output } = await stylus(...args)
  const clean = cleanTranscript(output, paths)
  const asked = proxy.asked().join(', ')
  const text = `$ cargo stylus ${shown.replace(proxy.url, 'http://localhost:8547')}\n${short(clean)}\n# asked the node: ${asked}\n`
  console.log(text)
  if (code !== 0) throw new Error(`cargo stylus ${args[0]} ended with ${code}`)
  transcript.push(text)
  return clean
}

/** Traces are one line of thousands of characters. */
const short = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.length > 400 ? `${line.slice(0, 400)} … (${line.length} characters)` : line))
    .join('\n')

function found(text: string, pattern: RegExp): Hex {
  const match = pattern.exec(text)?.[1]
  if (!match) throw new Error(`cargo stylus did not say ${pattern}`)
  return match as Hex
}

try {
  const endpoint = ['-e', proxy.url]
  const key = ['--private-key', DEV_PRIVATE_KEY]
  await step('check', ...endpoint)
  await step('deploy', '--no-verify', '--estimate-gas', ...endpoint, ...key)
  const deployed = await step('deploy', '--no-verify', ...endpoint, ...key)
  const address = found(deployed, /deployed code at address: (0x[0-9a-f]{40})/)
  const hash = await classify(address)

  const javascript = await step('trace', ...endpoint, '--tx', hash)
  const native = await step('trace', ...endpoint, '--tx', hash, '--use-native-tracer')
  if (javascript !== native) throw new Error('the JavaScript tracer and stylusTracer disagree')

  await prepareNode(node.url)
  await step('cache', 'bid', ...endpoint, ...key, address, '0')
  const status = await step('cache', 'status', ...endpoint, '--address', address)
  if (!/is cached/.test(status)) throw new Error('the contract is not cached')
  if (values.write) writePage()
  console.log('cargo-stylus and the devnode agree.')
} finally {
  proxy.close()
  await node.stop()
}

/** Calls the contract with every vector of the lab, then sends one of them as a transaction. */
async function classify(address: Hex): Promise<Hex> {
  const transport = http(node.url)
  const client = createPublicClient({ chain: stylusDevChain, transport })
  const account = privateKeyToAccount(DEV_PRIVATE_KEY)
  const wallet = createWalletClient({ chain: stylusDevChain, transport, account })
  const vectors = JSON.parse(readFileSync(join(lab, 'data', 'model.vectors.json'), 'utf8')) as {
    input: Hex[]
    label: number[]
  }
  for (const [i, input] of vectors.input.entries()) {
    const label = await client.readContract({ address, abi, functionName: 'classify', args: [input] })
    if (label !== vectors.label[i]) throw new Error(`classify(${input}) is ${label}, not ${vectors.label[i]}`)
  }
  const note = `# classify() answers all ${vectors.input.length} vectors of the lab as its model does`
  console.log(`${note}\n`)
  transcript.push(`${note}\n`)
  const data = encodeFunctionData({ abi, functionName: 'classify', args: [vectors.input[0] as Hex] })
  return wallet.sendTransaction({ to: address, data })
}

function writePage(): void {
  const text = readFileSync(page, 'utf8')
  const block = /(<!-- transcript -->\n```text\n)[\s\S]*?(\n```)/
  if (!block.test(text)) throw new Error(`${page} has no transcript block`)
  writeFileSync(
    page,
    text.replace(block, (_, open, close) => `${open}${transcript.join('\n').trimEnd()}${close}`),
  )
}
