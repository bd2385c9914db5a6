/**
 * A Solidity contract asks a model, on a devnode in this process: `npm run lab -- run docs/examples/solidity/run.ts`
 */
import { readFileSync } from 'node:fs'
import { createDevnode, DEV_PRIVATE_KEY } from '@inkling/devnode'
import { stylusDevChain as chain, devnodeTransport } from '@inkling/devnode/viem'
import { ARB_WASM, arbWasmAbi, deployInitCode } from '@inkling/lab/chain'
import { loadModel } from '@inkling/model'
import { compileModel } from '@inkling/model/compile'
import { compress } from '@inkling/wasm/brotli'
import { createPublicClient, createWalletClient, type Hex, keccak256, parseEther, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { compileExamples } from './compile.ts'

const file = new URL('../../../labs/00-first-light/data/model.json', import.meta.url)
const code = compress(compileModel(loadModel(readFileSync(file, 'utf8')), { build: 'label' }).wasm)

const transport = devnodeTransport(await createDevnode({ strict: true }))
const reader = createPublicClient({ chain, transport })
const writer = createWalletClient({ chain, transport, account: privateKeyToAccount(DEV_PRIVATE_KEY) })
const receiptOf = (hash: Hex) => reader.waitForTransactionReceipt({ hash })

// #region deploy
// The kernel: stored, then activated.
const data = deployInitCode(code)
const stored = await receiptOf(await writer.sendTransaction({ data }))
const kernel = stored.contractAddress!
const activation = await writer.writeContract({
  address: ARB_WASM,
  abi: arbWasmAbi,
  functionName: 'activateProgram',
  args: [kernel],
  // The chain gives back what the fee leaves.
  value: parseEther('0.01'),
})
await receiptOf(activation)

// The Solidity contract, with the code that it will trust.
const { RawSiteGuard } = compileExamples()
const args = [kernel, keccak256(toHex(code))]
const made = await receiptOf(await writer.deployContract({ ...RawSiteGuard!, args }))
const guard = made.contractAddress!
// #endregion deploy

const sites: [string, Hex][] = [
  ['a shop that has been there for years', '0x020202020201010200'],
  ['a "wallet update" page', '0x000000010101020000'],
  ['one byte short', '0x0202020202010102'],
]
for (const [words, site] of sites) {
  const allowed = await reader.readContract({
    address: guard,
    abi: RawSiteGuard!.abi,
    functionName: 'allows',
    args: [site],
  })
  console.log(`${words.padEnd(38)}${allowed ? 'sign' : 'refuse'}`)
}
