import { type Hex, parseAbi, toHex } from 'viem'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import type { OpenEngine } from '../../packages/lab/src/engine/open.ts'
import { entryCost } from '../../packages/wasm/src/index.ts'

/** What a raw contract costs. Ink, gas and bytes. */
export interface ContractCost {
  /** Of the execution: instructions and host calls (argument and result), the input's check included. */
  ink: number
  /** `ink` in gas, rounded up as the chain does. */
  gas: number
  /** Of `ink`: the contract's own instructions. */
  instructionsInk: number
  /** The rest: reading the argument and writing the result. */
  hostInk: number
  /** Before the first instruction, program cached and not. */
  entryGasCached: number
  entryGas: number
  /** Entry, pages and execution: what another contract pays, without its CALL. */
  callGasCached: number
  callGas: number
  activationGas: number
  wasmBytes: number
  /** On chain: prefix and brotli. */
  codeBytes: number
  /** Of the data segments, copied on every entry. */
  dataBytes: number
}

export interface Deployed {
  address: Hex
  /** Answer of the contract; `undefined` when it reverts. */
  call(input: Uint8Array, gas?: bigint): Promise<Hex | undefined>
  cost(input: Uint8Array): Promise<ContractCost>
  /** Answer and ink of one call, entry not included. */
  profile(input: Uint8Array): Promise<{ ok: boolean; ink: number; returnData: Hex }>
}

interface Profile {
  ok: boolean
  ink: number
  frameGas: number
  returnData: Hex
  parts: { instructions: number }
}

/** Deploys and activates rustc's wasm as it is: canonicalised, stripped, compressed. */
export async function deployWasm(open: OpenEngine, raw: Uint8Array): Promise<Deployed> {
  const program = await prepareProgram(raw, open.engine.arbos)
  const address = await deployCode(open, program.code)
  const activation = await activate(open, address)
  const profile = async (input: Uint8Array, gas: bigint) =>
    (await open.publicClient.request({
      method: 'stylus_profile',
      params: [{ to: address, data: toHex(input), gas: toHex(gas) }, 'latest'],
    } as never)) as Profile
  return {
    address,
    profile: (input) => profile(input, 49_000_000n),
    async call(input, gas = 49_000_000n) {
      const { ok, returnData } = await profile(input, gas)
      return ok ? returnData : undefined
    },
    async cost(input) {
      const plain = await profile(input, 49_000_000n)
      if (!plain.ok) throw new Error('the contract refused the input that was to be measured')
      await setCached(open, address)
      const cached = await profile(input, 49_000_000n)
      const { report, wasm, code } = program
      return {
        ink: plain.ink,
        gas: Math.ceil(plain.ink / 10_000),
        instructionsInk: plain.parts.instructions,
        hostInk: plain.ink - plain.parts.instructions,
        entryGasCached: entryCost(report, { cached: true }).total,
        entryGas: entryCost(report).total,
        callGasCached: cached.frameGas,
        callGas: plain.frameGas,
        activationGas: Number(activation.gasUsed),
        wasmBytes: wasm.length,
        codeBytes: code.length,
        dataBytes: report.dataPayloadBytes,
      }
    },
  }
}

/** As a bid at the CacheManager does; the development account owns this chain and may. */
async function setCached({ publicClient, walletClient }: OpenEngine, program: Hex): Promise<void> {
  const hash = await walletClient.writeContract({
    address: '0x0000000000000000000000000000000000000072',
    abi: parseAbi(['function cacheProgram(address program)']),
    functionName: 'cacheProgram',
    args: [program],
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const receipt = await publicClient.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success') throw new Error('the program could not be put into the cache')
}
