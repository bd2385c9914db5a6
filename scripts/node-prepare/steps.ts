import { concatHex, encodeFunctionData, formatGwei, type Hex, parseAbi, zeroHash } from 'viem'
import { ARBOS_ADDRESSES } from '../../packages/devnode/src/constants.ts'
import {
  CACHE_MANAGER,
  CREATE2_FACTORY,
  type Predeploy,
  STYLUS_DEPLOYER,
} from '../../packages/devnode/src/predeploys/index.ts'
import { PrepareError } from './errors.ts'
import type { Node } from './node.ts'

export interface Step {
  name: string
  /** What is there, in words; `undefined` where the step has to be done. */
  find(node: Node): Promise<string | undefined>
  /** Does it and says what it did. */
  act(node: Node): Promise<string>
}

const abi = parseAbi([
  'function becomeChainOwner()',
  'function isChainOwner(address) view returns (bool)',
  'function setL1PricePerUnit(uint256)',
  'function getL1BaseFeeEstimate() view returns (uint256)',
  'function isCacheManager(address) view returns (bool)',
  'function addWasmCacheManager(address)',
])

const { ArbDebug, ArbOwner, ArbOwnerPublic, ArbGasInfo, ArbWasmCache } = ARBOS_ADDRESSES

const chainOwner: Step = {
  name: 'chain owner',
  async find({ client, wallet }) {
    const { address } = wallet.account
    const args = [address] as const
    const is = await client.readContract({ address: ArbOwnerPublic, abi, functionName: 'isChainOwner', args })
    return is ? address : undefined
  },
  async act({ client, wallet, send }) {
    const { address } = wallet.account
    const data = encodeFunctionData({ abi, functionName: 'becomeChainOwner' })
    // Asked first: a call to an address without code would succeed and do nothing.
    const code = await client.getCode({ address: ArbDebug })
    const works = code && (await client.call({ to: ArbDebug, data, account: address }).catch(() => undefined))
    if (!works)
      throw new PrepareError(
        3,
        `The dev account ${address} does not own this chain, and there is no ArbDebug precompile to become owner with.\nStart the node as a development chain (nitro --dev; the devnode without --strict).`,
      )
    await send({ to: ArbDebug, data })
    return address
  },
}

const l1Price: Step = {
  name: 'L1 price',
  find: async ({ client }) => ((await priceOf(client)) === 0n ? '0' : undefined),
  async act({ client, send }) {
    const before = await priceOf(client)
    await send({
      to: ArbOwner,
      data: encodeFunctionData({ abi, functionName: 'setL1PricePerUnit', args: [0n] }),
    })
    return `0, was ${formatGwei(before)} gwei`
  },
}

const priceOf = (client: Node['client']) =>
  client.readContract({ address: ArbGasInfo, abi, functionName: 'getL1BaseFeeEstimate' })

const create2Factory: Step = {
  name: 'CREATE2 factory',
  find: (node) => codeAt(node, CREATE2_FACTORY),
  async act({ client, send, sendRaw }) {
    const { deployer, funds, rawTransaction, address } = CREATE2_FACTORY
    const has = await client.getBalance({ address: deployer })
    if (has < funds) await send({ to: deployer, value: funds - has })
    await sendRaw(rawTransaction)
    return address
  },
}

/** A zero salt and then the init code: what the factory takes. */
const throughFactory = (predeploy: Predeploy): Step => ({
  name: predeploy.name,
  find: (node) => codeAt(node, predeploy),
  async act({ send }) {
    await send({ to: CREATE2_FACTORY.address, data: concatHex([zeroHash, predeploy.initCode]) })
    return predeploy.address
  },
})

const cacheManagerRegistered: Step = {
  name: 'cache manager',
  async find({ client }) {
    const args = [CACHE_MANAGER.address] as const
    const is = await client.readContract({ address: ArbWasmCache, abi, functionName: 'isCacheManager', args })
    return is ? 'registered' : undefined
  },
  async act({ send }) {
    const args = [CACHE_MANAGER.address] as const
    await send({
      to: ArbOwner,
      data: encodeFunctionData({ abi, functionName: 'addWasmCacheManager', args }),
    })
    return 'registered'
  },
}

/** In this order: the factory's transaction has a fixed gas limit, which only suffices without an L1 fee. */
export const steps: readonly Step[] = [
  chainOwner,
  l1Price,
  create2Factory,
  throughFactory(CACHE_MANAGER),
  cacheManagerRegistered,
  throughFactory(STYLUS_DEPLOYER),
]

/** The address, where its code is the one we know; other code there is an error, not a thing to build on. */
async function codeAt(node: Node, known: { address: Hex; runtimeCode: Hex }): Promise<string | undefined> {
  const code = await node.client.getCode({ address: known.address })
  if (code === undefined || code === '0x') return undefined
  if (code !== known.runtimeCode)
    throw new PrepareError(3, `other code is at ${known.address}. Start a fresh development node.`)
  return known.address
}
