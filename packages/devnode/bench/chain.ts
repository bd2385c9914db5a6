import { type Hex, parseEther, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { ARBOS_ADDRESSES, CHAIN_ID, DEV_PRIVATE_KEY } from '../src/constants.ts'
import { createDevnode, type Devnode, type DevnodeOptions } from '../src/index.ts'

const account = privateKeyToAccount(DEV_PRIVATE_KEY)

/** A devnode and what the bench does to it. Transactions are signed beforehand, so that signing is not measured. */
export class BenchChain {
  readonly devnode: Devnode
  #nonce = 0

  private constructor(devnode: Devnode) {
    this.devnode = devnode
  }

  static async start(options: DevnodeOptions = {}): Promise<BenchChain> {
    return new BenchChain(await createDevnode(options))
  }

  sign(to: Hex | undefined, data: Hex, value = 0n): Promise<Hex> {
    return signed(this.#nonce++, to, data, value)
  }

  async send(raw: Hex): Promise<Receipt> {
    const hash = await this.devnode.request({ method: 'eth_sendRawTransaction', params: [raw] })
    return (await this.devnode.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as Receipt
  }

  async deploy(code: Uint8Array): Promise<Hex> {
    const { contractAddress, status } = await this.send(await this.sign(undefined, creation(code)))
    if (status !== '0x1') throw new Error('the deployment failed')
    return contractAddress as Hex
  }

  async deployProgram(code: Uint8Array): Promise<Hex> {
    const address = await this.deploy(code)
    const raw = await this.sign(ARBOS_ADDRESSES.ArbWasm, activation(address), parseEther('0.5'))
    if ((await this.send(raw)).status !== '0x1') throw new Error('the activation failed')
    return address
  }

  call(to: Hex, data: Hex = '0x'): Promise<unknown> {
    return this.devnode.request({ method: 'eth_call', params: [{ to, data }, 'latest'] })
  }
}

export interface Receipt {
  status: Hex
  contractAddress: Hex | null
  gasUsed: Hex
}

export function signed(nonce: number, to: Hex | undefined, data: Hex, value = 0n): Promise<Hex> {
  return account.signTransaction({
    type: 'eip1559',
    chainId: CHAIN_ID,
    nonce,
    gas: 20_000_000n,
    maxFeePerGas: 20_000_000_000n,
    maxPriorityFeePerGas: 0n,
    to,
    data,
    value,
  })
}

export const activation = (address: Hex): Hex => `0x58c780c2${address.slice(2).padStart(64, '0')}`

/** Init code that returns `code`. */
export const creation = (code: Uint8Array): Hex =>
  `0x7f${code.length.toString(16).padStart(64, '0')}80602b6000396000f300${toHex(code).slice(2)}`
