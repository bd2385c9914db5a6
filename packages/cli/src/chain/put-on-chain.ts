import { ARB_WASM, arbWasmAbi, deployInitCode } from '@inkling/lab/chain'
import { type Address, type Hex, keccak256, parseAbi, parseEther } from 'viem'
import { BuildError } from '../errors.ts'
import type { Wallet } from './connect.ts'
import { chainError, sent } from './send.ts'

const versionAbi = parseAbi(['function codehashVersion(bytes32 codehash) view returns (uint16)'])
/** Stands in for the address of a contract that is not there yet, in questions about its cost. */
const NOT_YET: Address = '0x00000000000000000000000000000000001d5e77'

export interface Quote {
  deployGas: bigint
  /** 0 when the chain has activated this very code already. */
  activationGas: bigint
  dataFee: bigint
  gasPrice: bigint
  /** Wei for all of it. */
  total: bigint
  balance: bigint
  alreadyActive: boolean
}

/**
 * What deploying and activating will cost, asked of the chain. `dry` are the embedded devnode's figures: its gas of
 * the activation, and its fee where the node can't be asked about code that isn't there yet.
 */
export async function quote(
  { client, wallet }: Wallet,
  code: Uint8Array,
  dry: { activationGas: number; dataFee: bigint },
): Promise<Quote> {
  const account = wallet.account.address
  try {
    const [deployGas, gasPrice, balance, alreadyActive] = await Promise.all([
      client.estimateGas({ account, data: deployInitCode(code) }),
      client.getGasPrice(),
      client.getBalance({ address: account }),
      isActive(client, code),
    ])
    const dataFee = alreadyActive ? 0n : await askedFee({ client, wallet }, code, dry.dataFee)
    const activationGas = alreadyActive ? 0n : BigInt(dry.activationGas)
    const total = (deployGas + activationGas) * gasPrice + dataFee
    return { deployGas, activationGas, dataFee, gasPrice, total, balance, alreadyActive }
  } catch (error) {
    throw chainError('the cost could not be asked', error)
  }
}

/** Activation is per code: the same bytes need it once a chain. */
async function isActive(client: Wallet['client'], code: Uint8Array): Promise<boolean> {
  try {
    const version = await client.readContract({
      address: ARB_WASM,
      abi: versionAbi,
      functionName: 'codehashVersion',
      args: [keccak256(code)],
    })
    return version > 0
  } catch {
    return false
  }
}

async function askedFee(
  { client, wallet }: Pick<Wallet, 'client' | 'wallet'>,
  code: Uint8Array,
  otherwise: bigint,
): Promise<bigint> {
  try {
    const { result } = await client.simulateContract({
      ...activation(NOT_YET),
      account: wallet.account,
      value: parseEther('1'),
      stateOverride: [
        { address: NOT_YET, code: `0x${Buffer.from(code).toString('hex')}` },
        { address: wallet.account.address, balance: parseEther('1000') },
      ],
    })
    return result[1]
  } catch {
    return otherwise
  }
}

const activation = (program: Address) =>
  ({ address: ARB_WASM, abi: arbWasmAbi, functionName: 'activateProgram', args: [program] }) as const

export interface OnChain {
  address: Address
  deployHash: Hex
  deployGas: bigint
  /** Absent when the code was active already. */
  activationHash?: Hex
  activationGas: bigint
  dataFee: bigint
}

/**
 * Stores the code and activates it. The fee is sent with a fifth more; the chain gives the surplus back.
 * @throws BuildError (exit 4) with the chain's reason; NotReadyError when the account can't pay.
 */
export async function putOnChain(
  { client, wallet }: Wallet,
  code: Uint8Array,
  cost: Quote,
  say: (text: string) => void,
): Promise<OnChain> {
  say('deploying the code')
  const stored = await sent('the deployment', client, () =>
    wallet.sendTransaction({ data: deployInitCode(code) }),
  )
  const address = stored.contractAddress
  if (!address)
    throw new BuildError('the deployment made no contract', {
      remedy: `transaction ${stored.transactionHash}`,
    })
  const base = { address, deployHash: stored.transactionHash, deployGas: stored.gasUsed }
  if (cost.alreadyActive) return { ...base, activationGas: 0n, dataFee: 0n }
  say('activating the program')
  const value = (cost.dataFee * 120n) / 100n
  // A quarter more than the devnode used: ArbOS versions differ a little, and gas that isn't used isn't paid.
  const gas = (cost.activationGas * 125n) / 100n
  const done = await sent(`the activation of ${address}`, client, () =>
    wallet.writeContract({ ...activation(address), value, gas }),
  )
  return { ...base, activationHash: done.transactionHash, activationGas: done.gasUsed, dataFee: cost.dataFee }
}
