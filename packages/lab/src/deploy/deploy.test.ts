import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createDevnode } from '@inkling/devnode'
import { serve } from '@inkling/devnode/server'
import { loadModel, makeModel } from '@inkling/model'
import type { Address, Hex } from 'viem'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openEmbeddedOn } from '../engine/open.ts'
import { type Chain, compareOnChain, connectChain, putOnChain } from './index.ts'

const file = (path: string) =>
  fileURLToPath(new URL(`../../../../labs/00-first-light/${path}`, import.meta.url))
const code = () => new Uint8Array(readFileSync(file('prebuilt/first-light.code')))
const model = loadModel(readFileSync(file('data/model.json'), 'utf8'))
const inputs = (
  JSON.parse(readFileSync(file('data/model.vectors.json'), 'utf8')) as { input: Hex[] }
).input.slice(0, 8)

describe('a contract on the devnode', () => {
  let chain: Chain
  let address: Address
  let fee: bigint

  beforeAll(async () => {
    chain = await openEmbeddedOn(await createDevnode({}))
    const onChain = await putOnChain(chain, code())
    address = onChain.address
    fee = onChain.dataFee
  })

  test('it is stored and activated for a fee; the same code again costs none', async () => {
    expect(fee).toBeGreaterThan(0n)
    const again = await putOnChain(chain, code())
    expect(again.dataFee).toBe(0n)
    expect(again.address).not.toBe(address)
  })

  test('every vector is answered as the model file says', async () => {
    expect(await compareOnChain(chain.publicClient, address, model, inputs)).toEqual({ asked: 8, equal: 8 })
  })

  test('another model file, an empty address and a refused input are differences, told in words', async () => {
    const { sha256: _, ...rest } = model
    const other = makeModel({ ...rest, name: 'somebody-else' } as Parameters<typeof makeModel>[0])
    const compared = await compareOnChain(chain.publicClient, address, other, inputs)
    expect(compared).toMatchObject({ asked: 8, equal: 0 })
    expect(compared.first).toContain(other.sha256)
    const nobody = await compareOnChain(
      chain.publicClient,
      '0x000000000000000000000000000000000000dead',
      model,
      inputs,
    )
    expect(nobody.equal).toBe(0)
    expect(nobody.first).toContain('no contract')
  })
})

describe('which chain, and who pays', () => {
  test('the node of RPC_URL and the development key', async () => {
    const served = await serve(await createDevnode({}), { port: 0 })
    onTestFinished(() => served.close())
    const RPC_URL = served.url
    const chain = await connectChain({ RPC_URL })
    const account = chain.walletClient.account!.address
    expect(await chain.publicClient.getBalance({ address: account })).toBeGreaterThan(10n ** 18n)
    const own = await connectChain({ RPC_URL, PRIVATE_KEY: `0x${'11'.repeat(32)}` })
    expect(own.walletClient.account!.address).not.toBe(account)
    await expect(connectChain({ RPC_URL, PRIVATE_KEY: 'hello' })).rejects.toThrow(
      'PRIVATE_KEY is not a private key',
    )
  })

  test('the published key is refused on any other chain, and so is a node that is not there', async () => {
    const sepolia = createServer((_, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: '0x66eee' })),
    )
    await new Promise<void>((resolve) => sepolia.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void sepolia.close())
    const RPC_URL = `http://127.0.0.1:${(sepolia.address() as AddressInfo).port}`
    await expect(connectChain({ RPC_URL })).rejects.toThrow(
      'chain 421614, where the published development key',
    )
    const gone = connectChain({ RPC_URL: 'http://user:secret@127.0.0.1:9' })
    await expect(gone).rejects.toThrow('no node answers at http://127.0.0.1:9')
  })
})
