import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Abi,
  type Address,
  createPublicClient,
  createTestClient,
  createWalletClient,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  keccak256,
  type PublicClient,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { compileExamples, type SolidityContract } from '../../../docs/examples/solidity/compile.ts'
import { createDevnode, DEV_PRIVATE_KEY } from '../../../packages/devnode/src/index.ts'
import { stylusDevChain as chain, devnodeTransport } from '../../../packages/devnode/src/viem.ts'
import { deployInitCode } from '../../../packages/lab/src/chain.ts'
import { compileModel } from '../../../packages/model/src/compile/index.ts'
import { loadModel } from '../../../packages/model/src/index.ts'
import { compress } from '../../../packages/wasm/src/brotli.ts'
import { root } from '../../bootstrap/paths.mjs'
import { runNode } from '../../test-steps/run-tool.ts'
import { integer, table, type Writers } from '../blocks.ts'
import { activate, cacheProgram } from './arb-wasm.ts'
import { NOON } from './session.ts'

/** One question, as the Solidity contract that asked paid for it. */
export interface Asked {
  ok: boolean
  label: number
  /** Gas between two `gasleft()`: the call with everything that Solidity does around it, the model's frame included. */
  gas: number
}

export interface SolidityFigures {
  /** The budget of the example contracts. */
  budget: number
  /** Gas that was left to a contract that asks without a budget. */
  offered: number
  contract: { cached: Asked; uncached: Asked; bytes: number }
  kernel: { cached: Asked; uncached: Asked; bytes: number }
  failures: Failure[]
}

export interface Failure {
  what: string
  asked: Asked
  /** The same without a budget. */
  unlimited: Asked
}

const SHOP: Hex = '0x020202020201010200'
const ARBITRARY_CODELESS: Address = '0x000000000000000000000000000000000000beef'
/** Gas of the eth_call that asks: what a transaction can have at most. */
const CALL_GAS = 32_000_000n
const YEAR = 365 * 86_400

/** The contracts of the guide on a devnode under production rules. */
export async function openBench() {
  const transport = devnodeTransport(await createDevnode({ strict: true, clock: () => NOON }))
  const client = createPublicClient({ chain, transport, pollingInterval: 5, cacheTime: 0 }) as PublicClient
  const account = privateKeyToAccount(DEV_PRIVATE_KEY)
  const wallet = createWalletClient({ chain, transport, account })
  const deployed = async (hash: Hex) => {
    const { contractAddress, status } = await client.waitForTransactionReceipt({ hash })
    if (status !== 'success' || !contractAddress) throw new Error(`deployment ${hash} failed`)
    return contractAddress
  }
  const program = async (code: Uint8Array) =>
    deployed(await wallet.sendTransaction({ data: deployInitCode(code) }))
  const contracts = compileExamples()
  const solidity = async (name: string, args: unknown[] = [], value = 0n) => {
    const { abi, bytecode } = contracts[name] as SolidityContract
    return deployed(await wallet.deployContract({ abi, bytecode, args, value }))
  }
  const lab0 = (path: string) => readFileSync(join(root, 'labs', '00-first-light', path))
  const contractCode = new Uint8Array(lab0('prebuilt/first-light.code'))
  const model = loadModel(lab0('data/model.json').toString('utf8'))
  const { wasm: kernelWasm } = compileModel(model, { build: 'label' })
  const kernelCode = compress(kernelWasm)
  const contract = await program(contractCode)
  const kernel = await program(kernelCode)
  const meter = await solidity('Meter')
  const call = async (
    abi: Abi,
    to: Address,
    functionName: string,
    args: unknown[],
    gas = CALL_GAS,
  ): Promise<unknown> => {
    const { data } = await client.call({ to, data: encodeFunctionData({ abi, functionName, args }), gas })
    return decodeFunctionResult({ abi, functionName, data: data! })
  }
  const ask = async (
    how: 'asContract' | 'asKernel',
    target: Address,
    input: Hex,
    budget = 30_000n,
  ): Promise<Asked> => {
    const { abi } = contracts.Meter as SolidityContract
    const answer = await call(abi, meter, how, [target, budget, input])
    const [ok, label, gas] = answer as [boolean, number, bigint]
    return { ok, label, gas: Number(gas) }
  }
  const guardAbi = (contracts.SiteGuard as SolidityContract).abi
  /** What a guard says; `allows` is the same in both. */
  const allows = async (guard: Address, input: Hex, gas = CALL_GAS) =>
    (await call(guardAbi, guard, 'allows', [input], gas)) as boolean
  return {
    client,
    wallet,
    test: createTestClient({ chain, transport, mode: 'hardhat' }),
    contracts,
    program,
    solidity,
    call,
    allows,
    ask,
    contract,
    kernel,
    modelHash: `0x${model.sha256}` as Hex,
    kernelWasm,
    kernelHash: keccak256(toHex(kernelCode)),
    bytes: { contract: contractCode.length, kernel: kernelCode.length },
    activate: (address: Address) => activate({ client, wallet }, address),
    cache: (address: Address) => cacheProgram({ client, wallet }, address),
  }
}

/** Asks in every state that a model can be in. */
export async function solidityGuide(): Promise<{ figures: SolidityFigures; writers: Writers }> {
  const bench = await openBench()
  const { ask, contract, kernel } = bench
  const unlimited = CALL_GAS
  const failures: Failure[] = []
  const fails = async (what: string, how: 'asContract' | 'asKernel', target: Address, input: Hex) => {
    failures.push({
      what,
      asked: await ask(how, target, input),
      unlimited: await ask(how, target, input, unlimited),
    })
  }
  await fails('not activated', 'asContract', contract, SHOP)
  await bench.activate(contract)
  await bench.activate(kernel)
  const uncached = {
    contract: await ask('asContract', contract, SHOP),
    kernel: await ask('asKernel', kernel, SHOP),
  }
  await fails('one byte short: `WrongLength`', 'asContract', contract, '0x0202')
  await fails('one byte short, raw kernel', 'asKernel', kernel, '0x0202')
  await fails('value out of range: `OutOfRange`', 'asContract', contract, '0x090202020201010200')
  await fails('no contract at the address, raw call', 'asKernel', ARBITRARY_CODELESS, SHOP)
  await bench.cache(contract)
  await bench.cache(kernel)
  const cached = {
    contract: await ask('asContract', contract, SHOP),
    kernel: await ask('asKernel', kernel, SHOP),
  }
  await bench.test.increaseTime({ seconds: YEAR + 3_600 })
  await bench.test.mine({ blocks: 1 })
  await fails('expired, a year after its activation', 'asContract', contract, SHOP)
  const figures: SolidityFigures = {
    budget: 30_000,
    offered: Math.max(...failures.map((failure) => failure.unlimited.gas)),
    contract: { cached: cached.contract, uncached: uncached.contract, bytes: bench.bytes.contract },
    kernel: { cached: cached.kernel, uncached: uncached.kernel, bytes: bench.bytes.kernel },
    failures,
  }
  const run = await runNode('docs/examples/solidity/run.ts', [])
  if (run.code !== 0) throw new Error(`docs/examples/solidity/run.ts failed:\n${run.output}`)
  const lines = run.stdout.trimEnd().split(/\r?\n/)
  return { figures, writers: writersOf(figures, lines) }
}

function writersOf(figures: SolidityFigures, lines: string[]): Writers {
  const { contract, kernel } = figures
  return {
    'solidity-run': () =>
      `\`\`\`text\n$ npm run lab -- run docs/examples/solidity/run.ts\n${lines.join('\n')}\n\`\`\``,
    'solidity-gas': () =>
      table(
        ['the same tree', 'bytes on chain', 'in the cache', 'not in the cache'],
        [
          ['contract with `IModel`', contract],
          ['raw kernel', kernel],
        ].map(([words, form]) => {
          const { bytes, cached, uncached } = form as SolidityFigures['kernel']
          return [
            words as string,
            integer(bytes),
            `${integer(cached.gas)} gas`,
            `${integer(uncached.gas)} gas`,
          ]
        }),
      ),
    'solidity-failures': () =>
      table(
        ['what happens', 'answer', `with a budget of ${integer(figures.budget)}`, 'without one'],
        figures.failures.map(({ what, asked, unlimited }) => [
          what,
          asked.ok ? String(asked.label) : 'none',
          `${integer(asked.gas)} gas`,
          `${integer(unlimited.gas)} gas`,
        ]),
      ),
  }
}
