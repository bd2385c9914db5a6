import type { Address, Hex } from 'viem'
import { type DryChain, dryChain } from '../../../packages/cli/src/index.ts'
import { deployInitCode } from '../../../packages/lab/src/chain.ts'
import type { Model } from '../../../packages/model/src/index.ts'
import { compileSolidity } from '../compile-solidity.ts'
import { denseViews } from './net-view.ts'
import { packedNet } from './packed-net.ts'
import { packedTrees } from './packed-trees.ts'
import { solidityNet } from './solidity-net.ts'
import { solidityTrees } from './solidity-trees.ts'

export type TwinForm = 'solidity' | 'solidity-unchecked' | 'yul-loop' | 'evm-packed'

export const TWIN_WORDS: Record<TwinForm, string> = {
  solidity: 'Solidity, checked arithmetic',
  'solidity-unchecked': 'Solidity, unchecked',
  'yul-loop': 'Solidity, the inner loop in Yul',
  'evm-packed': 'EVM assembly, lanes in 256-bit words, straight line',
}

/** The model as an EVM contract with the boundary of a raw kernel: packed input in, one byte out, no selector. */
export interface Twin {
  name: TwinForm
  address: Address
  chain: DryChain
  /** Bytes on chain, data contracts and parts included. */
  codeBytes: number
  /** Gas of all deployments. */
  deployGas: number
  /** @throws Error where the contract reverts */
  label(input: Hex): Promise<number>
}

/** A form that a model doesn't have. */
export interface LeftOut {
  name: TwinForm
  why: string
}

const TOO_LARGE = 'more than a contract holds'
const WORD_TOO_LARGE = 'a word of the first layer alone is more than a contract holds'
const MOST_GAS = 32_000_000n

/**
 * The EVM forms of a model, deployed on an embedded devnode. A form that a model doesn't have (packed code larger than
 * its contracts, layers that aren't dense) is left out.
 */
export async function twinsOf(
  model: Model,
  { forms }: { forms?: TwinForm[] | undefined } = {},
): Promise<{ twins: Twin[]; leftOut: LeftOut[] }> {
  const chain = await dryChain()
  const twins: Twin[] = []
  const leftOut: LeftOut[] = []
  const put = async (init: Hex) => {
    const { address, gas } = await chain.send(init)
    const code = (await chain.client.getCode({ address })) ?? '0x'
    return { address, gas, bytes: code.length / 2 - 1 }
  }
  const add = async (name: TwinForm, pieces: { gas: number; bytes: number }[], init: Hex) => {
    const main = await put(init)
    const all = [...pieces, main]
    twins.push({
      name,
      chain,
      address: main.address,
      codeBytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
      deployGas: all.reduce((sum, { gas }) => sum + gas, 0),
      async label(input) {
        const { data } = await chain.client.call({ to: main.address, data: input, gas: MOST_GAS })
        if (data === undefined || data.length !== 4) throw new Error(`${name} answers ${data ?? 'nothing'}`)
        return Number(data)
      },
    })
  }
  const wanted = (name: TwinForm) => forms === undefined || forms.includes(name)

  if ('trees' in model) {
    if (wanted('solidity')) {
      const bytecode = compileSolidity(solidityTrees(model)).contracts.TreesSolidity!.bytecode
      // What is deployed is the init code less its own few bytes.
      if (bytecode.length / 2 - 1 > 24_576 + 100) leftOut.push({ name: 'solidity', why: TOO_LARGE })
      else await add('solidity', [], bytecode)
    }
    const packed = wanted('evm-packed') ? packedTrees(model) : undefined
    if (packed) await add('evm-packed', [], deployInitCode(packed))
    else if (wanted('evm-packed')) leftOut.push({ name: 'evm-packed', why: TOO_LARGE })
    return { twins, leftOut }
  }
  const layers = denseViews(model)
  if (!layers) return { twins, leftOut }
  const loops: [TwinForm, string][] = [
    ['solidity', 'NetChecked'],
    ['solidity-unchecked', 'NetUnchecked'],
    ['yul-loop', 'NetYul'],
  ]
  if (loops.some(([name]) => wanted(name))) {
    const net = solidityNet(layers, model.input, model.output)
    const data = []
    for (const code of net.data) data.push(await put(deployInitCode(code)))
    const { contracts } = compileSolidity(net.source(data.map(({ address }) => address)))
    for (const [name, contract] of loops)
      if (wanted(name)) await add(name, data, contracts[contract]!.bytecode)
  }
  const packed = wanted('evm-packed') ? packedNet(layers, model.input, model.output) : undefined
  if (packed) {
    const parts = []
    for (const code of packed.parts) parts.push(await put(deployInitCode(code)))
    await add('evm-packed', parts, deployInitCode(packed.main(parts.map(({ address }) => BigInt(address)))))
  } else if (wanted('evm-packed')) leftOut.push({ name: 'evm-packed', why: WORD_TOO_LARGE })
  return { twins, leftOut }
}
