import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Address, encodeFunctionData, type Hex, parseAbi } from 'viem'
import { type CallProfile, profileCall } from '../../../packages/devnode/src/index.ts'
import { decompressProgram } from '../../../packages/wasm/src/brotli.ts'
import { decodeModule, readBodyOperators } from '../../../packages/wasm/src/decodeModule.ts'
import { priceBlocks, prices } from '../../../packages/wasm/src/index.ts'
import { operatorInk } from '../../../packages/wasm/src/priceBlocks.ts'
import type { Operator } from '../../../packages/wasm/src/readOperator.ts'
import { root } from '../../bootstrap/paths.mjs'
import { integer, table, type Writers } from '../blocks.ts'
import { openSession, type Typed, transcript } from './session.ts'
import { openBench } from './solidity.ts'

/** The committed contract that the guide takes apart. */
const CONTRACT = 'labs/00-first-light/prebuilt/first-light.code'
const SHOP: Hex = '0x020202020201010200'

export interface ProfileFigures {
  blockInk: number
  contract: Profile
  kernel: Profile
  /** The block that the guide reads: its operators' ink, without the block's own. */
  worked: { instructions: number; ink: number; operatorInk: number; blockShare: number }
  /** Basic blocks of the contract's module and of the kernel's. */
  blocks: number
  kernelBlocks: number
  dataBytes: number
}

interface Profile {
  /** Of the run: host calls and instructions. */
  ink: number
  gas: number
  entryGas: number
  hostInk: number
  instructionInk: number
  hostCalls: Record<string, number>
  functions: number
}

/** Inspects and calls lab 0's contract, and the same tree as a kernel. */
export async function inkProfileGuide(): Promise<{ figures: ProfileFigures; writers: Writers }> {
  const session = await openSession({ cwd: root })
  try {
    const inspected = await session.type(`inkling inspect ${CONTRACT} --blocks 3`)
    const bench = await openBench()
    await bench.activate(bench.contract)
    await bench.activate(bench.kernel)
    const profile = async (to: Address, data: Hex) => {
      const request = ({ method, params }: { method: string; params?: unknown }) =>
        bench.client.request({ method, params } as never) as Promise<unknown>
      const answer = await profileCall({ request }, { to, data })
      if (!answer.ok) throw new Error(`${to} gives no answer: ${answer.trap}`)
      return answer
    }
    const classify = encodeFunctionData({
      abi: parseAbi(['function classify(bytes input) view returns (uint8)']),
      args: [SHOP],
    })
    const contract = await profile(bench.contract, classify)
    const kernel = await profile(bench.kernel, SHOP)
    const wasm = decompressProgram(new Uint8Array(readFileSync(join(root, CONTRACT))))
    const worked = workedBlock(
      wasm,
      contract.functions.map(({ index }) => index),
    )
    const figures: ProfileFigures = {
      blockInk: prices.BLOCK_HEADER_INK,
      contract: figuresOf(contract),
      kernel: figuresOf(kernel),
      worked: {
        instructions: worked.operators.length,
        ink: worked.ink,
        operatorInk: worked.ink - prices.BLOCK_HEADER_INK,
        blockShare: Math.round((prices.BLOCK_HEADER_INK / worked.ink) * 10_000) / 10_000,
      },
      blocks: blocksOf(wasm),
      kernelBlocks: blocksOf(bench.kernelWasm),
      dataBytes: decodeModule(wasm).data.reduce((sum, { payload }) => sum + payload.length, 0),
    }
    return { figures, writers: writersOf(figures, inspected, worked, contract) }
  } finally {
    await session.close()
  }
}

const blocksOf = (wasm: Uint8Array) => priceBlocks(wasm).reduce((sum, { blocks }) => sum + blocks.length, 0)

function figuresOf(profile: CallProfile): Profile {
  const { parts, ink, frameGas, functions } = profile
  return {
    ink: ink ?? 0,
    gas: frameGas,
    entryGas: parts.entry / prices.CHAIN_DEFAULTS.inkPrice,
    hostInk: Object.values(parts.hostCalls).reduce((a, b) => a + b, 0),
    instructionInk: parts.instructions,
    hostCalls: parts.hostCalls,
    functions: functions.length,
  }
}

interface WorkedBlock {
  operators: { words: string; ink: number }[]
  ink: number
}

/** A block as a tree has many: it loads, compares and branches. The first of five to eight operators in what ran. */
function workedBlock(wasm: Uint8Array, ran: number[]): WorkedBlock {
  const module = decodeModule(wasm)
  const imported = module.imports.filter(({ kind }) => kind === 'function').length
  for (const { index, blocks } of priceBlocks(wasm).filter((one) => ran.includes(one.index))) {
    const operators = readBodyOperators(module, module.bodies[index - imported]!)
    for (const { first, last, ink } of blocks) {
      const list = operators.slice(first, last + 1)
      const names = list.map(({ info }) => info.name)
      if (list.length < 5 || list.length > 8 || names.at(-1) !== 'br_if') continue
      if (!names.some((name) => name.startsWith('i32.load'))) continue
      return {
        ink,
        operators: list.map((op) => ({ words: wordsOf(op), ink: operatorInk(op, module.types) })),
      }
    }
  }
  throw new Error(`${CONTRACT} has changed: no block of the kind the guide reads`)
}

function wordsOf({ info, index, value, second }: Operator): string {
  if (info.immediate === 'i32' || info.immediate === 'i64') return `${info.name} ${value}`
  if (info.immediate === 'memarg') return second === 0 ? info.name : `${info.name} offset=${second}`
  return info.immediate === 'index' ? `${info.name} ${index}` : info.name
}

function writersOf(
  figures: ProfileFigures,
  inspected: Typed,
  worked: WorkedBlock,
  profile: CallProfile,
): Writers {
  const { contract, kernel } = figures
  const hosts = [...new Set([...Object.keys(contract.hostCalls), ...Object.keys(kernel.hostCalls)])]
  const ink = (value: number | undefined) => (value === undefined ? '' : integer(value))
  return {
    'profile-inspect': () => transcript(inspected),
    'profile-block': () =>
      table(
        ['instruction', 'ink'],
        [
          ...worked.operators.map((op) => [`\`${op.words}\``, integer(op.ink)]),
          ['the block itself', integer(figures.blockInk)],
          ['**all of it, paid when the block is entered**', `**${integer(worked.ink)}**`],
        ],
      ),
    'profile-parts': () =>
      table(
        ['part', 'contract, ink', 'raw kernel, ink'],
        [
          ['entry', integer(contract.entryGas * 10_000), integer(kernel.entryGas * 10_000)],
          ...hosts.map((name) => [
            `host call \`${name}\``,
            ink(contract.hostCalls[name]),
            ink(kernel.hostCalls[name]),
          ]),
          ['instructions', integer(contract.instructionInk), integer(kernel.instructionInk)],
          ['**gas of the call**', `**${integer(contract.gas)}**`, `**${integer(kernel.gas)}**`],
        ],
      ),
    'profile-functions': () =>
      table(
        ['function', 'ink in this call', 'of the instructions'],
        profile.functions
          .slice(0, 5)
          .map(({ name, ink: spent }) => [
            name,
            integer(spent),
            `${((spent / contract.instructionInk) * 100).toFixed(0)} %`,
          ]),
      ),
  }
}
