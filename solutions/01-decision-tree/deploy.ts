/**
 * Puts a program on a Stylus chain: two transactions. The first stores the code, the second asks the chain
 * to compile it (to activate it), for a fee.
 *
 * Run it against a node: `npm run lab -- run labs/01-decision-tree/deploy.ts [PROGRAM.wasm]`,
 * with RPC_URL and PRIVATE_KEY. Without a program it builds this lab's contract.
 */
import { readFile } from 'node:fs/promises'
// biome-ignore lint/correctness/noUnusedImports: the starter's stubs throw it, lab:drop
import { Todo } from '@inkling/lab'
import { buildHere } from '@inkling/lab/deploy'
import { canonicalise, stripCustomSections } from '@inkling/wasm'
import { compress } from '@inkling/wasm/brotli'
import {
  type Address,
  concatHex,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  numberToHex,
  type PublicClient,
  parseAbi,
  parseEther,
  size,
  toHex,
  type WalletClient,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

/** The precompile that activates programs. */
export const ARB_WASM: Address = '0x0000000000000000000000000000000000000071'

export const arbWasmAbi = parseAbi([
  'function activateProgram(address program) payable returns (uint16 version, uint256 dataFee)',
  'function programVersion(address program) view returns (uint16)',
  'error ProgramNotWasm()',
  'error ProgramNotActivated()',
  'error ProgramUpToDate()',
  'error ProgramInsufficientValue(uint256 have, uint256 want)',
])

export interface Chain {
  publicClient: PublicClient
  /** With the account that pays. */
  walletClient: WalletClient
}

/**
 * What a deployment transaction carries: 43 bytes of EVM code that return everything after themselves.
 * `code` begins with EFF00000, the four bytes that tell a Stylus program from EVM code.
 */
export function initCode(code: Hex): Hex {
  const push32 = '0x7f' // the length of the code, 32 bytes, follows
  const copyAndReturn = '0x80602b6000396000f3' // CODECOPY from byte 43 = 0x2b, RETURN
  const version = '0x00'
  return concatHex([push32, numberToHex(size(code), { size: 32 }), copyAndReturn, version, code])
}

/** The call `activateProgram(address)`, for viem's contract functions. What it lacks is a sender and a value. */
export function activation(address: Address) {
  return { address: ARB_WASM, abi: arbWasmAbi, functionName: 'activateProgram', args: [address] } as const
}

/** Stores `code`, activates it, and returns where it stands and what the activation cost in wei. */
export async function deploy(chain: Chain, code: Hex): Promise<{ address: Address; dataFee: bigint }> {
  const { publicClient, walletClient } = chain
  const sender = { account: walletClient.account!, chain: walletClient.chain }
  // #region task-1-5
  const stored = await walletClient.sendTransaction({ ...sender, data: initCode(code) })
  const { contractAddress } = await publicClient.waitForTransactionReceipt({ hash: stored })
  const address = contractAddress!
  const call = { ...sender, ...activation(address) }
  const { result } = await publicClient.simulateContract({ ...call, value: parseEther('1') })
  const dataFee = result[1]
  const activated = await walletClient.writeContract({ ...call, value: (dataFee * 120n) / 100n })
  await publicClient.waitForTransactionReceipt({ hash: activated })
  return { address, dataFee }
  // #endregion task-1-5
  //|   // TODO(1.5): send initCode(code) and wait for the receipt, which holds the new address. Ask what
  //|   // activation(address) costs by simulating it with 1 ether; then send it with that fee and a fifth more.
  //|   void [code, publicClient, sender, parseEther]
  //|   throw Todo('1.5')
}

// The grader imports this file; what follows happens when you run it.
if (import.meta.main) {
  const path = process.argv[2]
  const rpc = process.env.RPC_URL ?? 'http://127.0.0.1:8547'
  const key = process.env.PRIVATE_KEY ?? '0xb6b15c8cb491557369f3c7d2c287b053eb229daa9c22138887752191c9520659'
  const transport = http(rpc)
  const id = await createPublicClient({ transport }).getChainId()
  // The default key is public: on a real chain anyone could take what it holds.
  if (id !== 412346 && process.env.PRIVATE_KEY === undefined) {
    throw new Error(
      `${rpc} is chain ${id}, not the development chain 412346: set PRIVATE_KEY to a key of your own`,
    )
  }
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  const chain = defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency,
    rpcUrls: { default: { http: [rpc] } },
  })
  const publicClient = createPublicClient({ chain, transport })
  const walletClient = createWalletClient({ chain, transport, account: privateKeyToAccount(key as Hex) })
  // Without a program it is this lab's contract, built as `lab check` builds it.
  const wasm =
    path === undefined
      ? (await buildHere(import.meta.url)).wasm
      : stripCustomSections(canonicalise(await readFile(path)))
  const { address, dataFee } = await deploy({ publicClient, walletClient }, toHex(compress(wasm)))
  console.log(`address   ${address}\nfee       ${dataFee} wei`)
}
