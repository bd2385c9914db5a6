import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Abi, encodeFunctionData, type Hex, parseAbi } from 'viem'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { type OpenEngine, openEngine } from '../../packages/lab/src/engine/open.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import type { DeployedContract } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import {
  loadTreeModel,
  packU8,
  parseCsv,
  predictTree,
  quantizeRow,
  type TreeModel,
  unpackU8,
} from '../../packages/model/src/index.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { compileSolidity, solcSettings } from './compile-solidity.ts'
import { solidityTwin } from './solidity-twin.ts'

/** One contract, over every different row of the data. All figures in gas or bytes. */
export interface TwinFigures {
  name: string
  what: string
  /** Code on chain: `EFF00000` + brotli for Stylus, EVM code else. */
  codeBytes: number
  deployGas: number
  /** Stylus only. */
  activationGas?: number
  /** The callee's frame, as another contract pays it (without its CALL). */
  callGasMedian: number
  callGasWorst: number
  /** A whole transaction: base, calldata and execution. */
  txGasMedian: number
  txGasWorst: number
}

export interface TwinComparison {
  function: string
  rows: number
  solc: { version: string; settings: typeof solcSettings }
  arbos: number
  contracts: TwinFigures[]
}

interface Candidate extends Pick<TwinFigures, 'name' | 'what' | 'codeBytes' | 'deployGas' | 'activationGas'> {
  contract: DeployedContract
}

/**
 * Lab 1's reference against the same tree in Solidity, on one embedded devnode, with equal boundaries.
 * Every contract has to give the reference's label on every row and refuse bad input alike, else there is
 * nothing to compare.
 *
 * @param lab solution overlay of lab 1
 */
export async function compareTwins(lab: Overlay): Promise<TwinComparison> {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const model = loadTreeModel(readFileSync(join(lab.dir, 'data/model.json'), 'utf8'))
    const { x } = parseCsv(readFileSync(join(lab.dir, 'data/phishing.csv'), 'utf8'))
    const rows = [...new Set(x.map((row) => packU8(quantizeRow(row, model.input.scale))))]
    const { version, contracts } = compileSolidity(solidityTwin(model))
    const stylus = await deployStylus(open, lab)
    const others = [
      await deployEvm(open, 'solidity', 'Solidity as a careful person writes it', contracts.TreeSolidity!),
      await deployEvm(
        open,
        'yul-packed',
        'one word of input, branches on bit masks, Yul',
        contracts.TreePacked!,
      ),
    ]
    const figures = [await measure(open, stylus, model, rows)]
    await cacheProgram(open, stylus.contract)
    figures.push(
      await measure(
        open,
        { ...stylus, name: 'stylus-cached', what: 'the same, in the cache (ArbWasmCache)' },
        model,
        rows,
      ),
    )
    for (const other of others) figures.push(await measure(open, other, model, rows))
    return {
      function: 'classify(bytes)',
      rows: rows.length,
      solc: { version, settings: solcSettings },
      arbos: open.engine.arbos,
      contracts: figures,
    }
  } finally {
    await open.close()
  }
}

async function deployStylus(open: OpenEngine, { manifest, dir }: Overlay): Promise<Candidate> {
  const artefact = await buildContract(workspace(), manifest, dir, 'plain')
  const { wasm, code } = await prepareProgram(new Uint8Array(readFileSync(artefact.path)), open.engine.arbos)
  const before = await open.publicClient.getBlockNumber()
  const address = await deployCode(open, code)
  const deployGas = await gasSince(open, before)
  const activation = await activate(open, address)
  const contract: DeployedContract = {
    address,
    abi: labAbi(manifest, 'plain'),
    build: 'plain',
    wasm,
    code,
    activation,
  }
  return {
    name: 'stylus',
    what: "lab 1's reference in Rust on stylus-sdk, not in the cache",
    codeBytes: code.length,
    deployGas,
    activationGas: Number(activation.gasUsed),
    contract,
  }
}

/** Puts a program into the cache, as a bid at the CacheManager does. The development account owns this chain and may. */
async function cacheProgram(open: OpenEngine, contract: DeployedContract): Promise<void> {
  const { publicClient, walletClient } = open
  const hash = await walletClient.writeContract({
    address: '0x0000000000000000000000000000000000000072',
    abi: parseAbi(['function cacheProgram(address program)']),
    functionName: 'cacheProgram',
    args: [contract.address],
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const receipt = await publicClient.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success') throw new Error('the program could not be put into the cache')
}

async function gasSince(open: OpenEngine, block: bigint): Promise<number> {
  const { gasUsed } = await open.publicClient.getBlock({ blockNumber: block + 1n })
  return Number(gasUsed)
}

async function deployEvm(
  open: OpenEngine,
  name: string,
  what: string,
  { abi, bytecode }: { abi: Abi; bytecode: Hex },
): Promise<Candidate> {
  const { publicClient, walletClient } = open
  const hash = await walletClient.deployContract({
    abi,
    bytecode,
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const receipt = await publicClient.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success' || !receipt.contractAddress) throw new Error(`${name} was not deployed`)
  const onChain = (await publicClient.getCode({ address: receipt.contractAddress })) ?? '0x'
  const empty = new Uint8Array()
  const contract: DeployedContract = {
    address: receipt.contractAddress,
    abi,
    build: 'plain',
    wasm: empty,
    code: empty,
    activation: { gasUsed: 0n, dataFee: 0n },
  }
  return { name, what, codeBytes: onChain.length / 2 - 1, deployGas: Number(receipt.gasUsed), contract }
}

async function measure(
  open: OpenEngine,
  { contract, ...facts }: Candidate,
  model: TreeModel,
  rows: Hex[],
): Promise<TwinFigures> {
  const call: number[] = []
  const tx: number[] = []
  for (const row of rows) {
    const want = predictTree(model, unpackU8(row))
    const got = await callContract(open, contract, 'classify', [row])
    if (got.value === undefined || Number(got.value) !== want.label)
      throw new Error(
        `${facts.name}: classify(${row}) is ${String(got.value)}, the reference says ${want.label}`,
      )
    const scores = await callContract(open, contract, 'scores', [row])
    if (String(scores.value) !== String(want.scores))
      throw new Error(
        `${facts.name}: scores(${row}) is ${String(scores.value)}, the reference says ${String(want.scores)}`,
      )
    call.push(Number(got.gas))
    tx.push(await transactionGas(open, contract, row))
  }
  await refusesAlike(open, contract, facts.name, model)
  return {
    ...facts,
    callGasMedian: median(call),
    callGasWorst: Math.max(...call),
    txGasMedian: median(tx),
    txGasWorst: Math.max(...tx),
  }
}

async function transactionGas(open: OpenEngine, contract: DeployedContract, row: Hex): Promise<number> {
  const data = encodeFunctionData({ abi: contract.abi, functionName: 'classify', args: [row] })
  const { walletClient } = open
  const hash = await walletClient.sendTransaction({
    to: contract.address,
    data,
    gas: 1_000_000n,
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const receipt = await open.publicClient.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success') throw new Error(`classify(${row}) failed as a transaction`)
  return Number(receipt.gasUsed)
}

async function refusesAlike(
  open: OpenEngine,
  contract: DeployedContract,
  name: string,
  model: TreeModel,
): Promise<void> {
  const length = model.input.length
  const bad: [Hex, string][] = [
    [packU8(new Array(length - 1).fill(0)), `WrongLength ${length},${length - 1}`],
    [packU8(new Array(length + 1).fill(0)), `WrongLength ${length},${length + 1}`],
    [packU8([...new Array(length - 1).fill(0), 255]), `OutOfRange ${length - 1},255`],
    [
      packU8([0, model.input.max[1]! + 1, ...new Array(length - 2).fill(127)]),
      `OutOfRange 1,${model.input.max[1]! + 1}`,
    ],
  ]
  for (const [input, want] of bad) {
    for (const fn of ['classify', 'scores']) {
      const { revert } = await callContract(open, contract, fn, [input])
      const got = `${revert?.name} ${revert?.args?.join(',')}`
      if (got !== want) throw new Error(`${name}: ${fn}(${input}) reverts with ${got}, expected ${want}`)
    }
  }
}

/** The middle value; of two middle values the lower, so that it is a value that occurred. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN
}
