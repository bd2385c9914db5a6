import { readFileSync } from 'node:fs'
import { createDevnode, DEV_PRIVATE_KEY, type Devnode } from '@inkling/devnode'
import { devnodeTransport, stylusDevChain } from '@inkling/devnode/viem'
import { compress } from '@inkling/wasm/brotli'
import {
  concatHex,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  numberToHex,
  type PublicClient,
  parseAbi,
  parseEther,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { beforeAll, describe, expect, test } from 'vitest'
import wabt from 'wabt'
import { loadModel, OutOfRangeError, sealModel, type Vectors, WrongLengthError } from '../index.ts'
import { getModel } from './get-model.ts'

const lab = new URL('../../../../labs/00-first-light/', import.meta.url)
const text = readFileSync(new URL('data/model.json', lab), 'utf8')
const model = loadModel(text)
const vectors = JSON.parse(readFileSync(new URL('data/model.vectors.json', lab), 'utf8')) as Vectors

/** Init code that puts what follows its 43 bytes on chain. */
const deployInitCode = (code: Uint8Array) =>
  concatHex(['0x7f', numberToHex(code.length, { size: 32 }), '0x80602b6000396000f300', toHex(code)])

let devnode: Devnode
let client: PublicClient
let contract: Hex
const account = privateKeyToAccount(DEV_PRIVATE_KEY)
const wallet = () =>
  createWalletClient({ account, chain: stylusDevChain, transport: devnodeTransport(devnode) })

async function deploy(code: Uint8Array): Promise<Hex> {
  const hash = await wallet().sendTransaction({ data: deployInitCode(code) })
  return (await client.waitForTransactionReceipt({ hash })).contractAddress as Hex
}

async function activate(program: Hex): Promise<void> {
  const abi = parseAbi(['function activateProgram(address) payable returns (uint16, uint256)'])
  const address = '0x0000000000000000000000000000000000000071'
  const value = parseEther('1')
  await wallet().writeContract({ address, abi, functionName: 'activateProgram', args: [program], value })
}

beforeAll(async () => {
  devnode = await createDevnode()
  client = createPublicClient({
    chain: stylusDevChain,
    transport: devnodeTransport(devnode),
    pollingInterval: 20,
  }) as PublicClient
  contract = await deploy(readFileSync(new URL('prebuilt/first-light.code', lab)))
  await activate(contract)
})

describe('a contract with the ABI', () => {
  test('answers as the model file on its vectors, label, name and scores', async () => {
    const deployed = getModel({ address: contract, client, model })
    for (const [i, input] of vectors.input.slice(0, 40).entries()) {
      expect(await deployed.predict(input, { scores: true })).toEqual({
        label: vectors.label[i],
        name: model.output.labels[vectors.label[i]!],
        scores: vectors.scores[i],
      })
    }
  })

  test('takes values of the data, integers, and bytes', async () => {
    const deployed = getModel({ address: contract, client, model })
    const { scale } = model.input
    if (Array.isArray(scale)) throw new Error('lab 0 has one scale')
    const integers = [...Buffer.from(vectors.input[0]!.slice(2), 'hex')]
    const data = integers.map((q) => (q * scale.den) / scale.num)
    const wanted = vectors.label[0]
    expect((await deployed.predict(data)).label).toBe(wanted)
    expect((await deployed.predict(integers, { quantized: true })).label).toBe(wanted)
    expect((await deployed.predict(Uint8Array.from(integers))).label).toBe(wanted)
    expect((await getModel({ address: contract, client }).predict(integers)).label).toBe(wanted)
  })

  test('tells its hash and length', async () => {
    const deployed = getModel({ address: contract, client })
    expect(await deployed.modelHash()).toBe(model.sha256)
    expect(await deployed.inputLength()).toBe(model.input.length)
  })

  test('another model file is refused before anything is predicted', async () => {
    const other = sealModel({ ...model, name: 'other' })
    await expect(
      getModel({ address: contract, client, model: other as typeof model }).predict(vectors.input[0]!),
    ).rejects.toMatchObject({ name: 'ModelMismatchError', expected: other.sha256, actual: model.sha256 })
  })

  test('bad input: by the file before the call, by the contract without a file', async () => {
    const withFile = getModel({ address: contract, client, model })
    const without = getModel({ address: contract, client })
    const high = [...new Array(model.input.length - 1).fill(0), 255]
    await expect(withFile.predict([1])).rejects.toBeInstanceOf(WrongLengthError)
    await expect(withFile.predict(high, { quantized: true })).rejects.toBeInstanceOf(OutOfRangeError)
    await expect(without.predict([1])).rejects.toMatchObject({
      name: 'ContractWrongLengthError',
      expected: model.input.length,
      actual: 1,
    })
    await expect(without.predict(high)).rejects.toMatchObject({
      name: 'ContractOutOfRangeError',
      index: model.input.length - 1,
      value: 255,
    })
    await expect(withFile.predict(high.map(() => Number.NaN))).rejects.toMatchObject({ name: 'DatasetError' })
    await expect(without.predict('0x1' as Hex)).rejects.toMatchObject({ name: 'PackingError' })
  })
})

describe('a raw kernel', () => {
  /** Refuses anything but two bytes; answers what `reply` puts at 0. */
  const kernel = async (reply: string, bytes: number) => {
    const { parseWat } = await wabt()
    const source = `(module (import "vm_hooks" "read_args" (func $args (param i32)))
      (import "vm_hooks" "write_result" (func $result (param i32 i32)))
      (memory (export "memory") 1 1)
      (func (export "user_entrypoint") (param $length i32) (result i32)
        (if (i32.ne (local.get $length) (i32.const 2)) (then (return (i32.const 1))))
        (call $args (i32.const 64))
        ${reply}
        (call $result (i32.const 0) (i32.const ${bytes}))
        (i32.const 0)))`
    const address = await deploy(compress(parseWat('kernel.wat', source).toBinary({}).buffer))
    await activate(address)
    return address
  }

  test('a label', async () => {
    const address = await kernel('(i32.store8 (i32.const 0) (i32.load8_u (i32.const 65)))', 1)
    expect(await getModel({ address, client, kind: 'raw' }).predict([7, 3])).toEqual({ label: 3 })
    await expect(getModel({ address, client, kind: 'raw' }).predict([7])).rejects.toMatchObject({
      name: 'KernelRefusedError',
    })
    await expect(getModel({ address, client, kind: 'raw' }).modelHash()).rejects.toThrow('raw kernel')
  })

  test('scores, negative ones too; the highest makes the label', async () => {
    const store = '(i32.store (i32.const 0) (i32.const -5)) (i32.store (i32.const 4) (i32.const 70000))'
    const address = await kernel(store, 8)
    expect(await getModel({ address, client, kind: 'raw' }).predict([0, 0])).toEqual({
      label: 1,
      scores: [-5, 70000],
    })
  })

  test('an answer of another size is no label and no scores', async () => {
    const address = await kernel('', 3)
    await expect(getModel({ address, client, kind: 'raw' }).predict([0, 0])).rejects.toMatchObject({
      name: 'UnexpectedAnswerError',
    })
  })
})

describe('what is not there', () => {
  test('no contract', async () => {
    const address = '0x00000000000000000000000000000000000f00d5'
    await expect(getModel({ address, client }).predict([1])).rejects.toMatchObject({
      name: 'NoContractError',
    })
  })

  test('a program that was never activated', async () => {
    const code = compress(Uint8Array.from((await wabt()).parseWat('a.wat', MINIMAL).toBinary({}).buffer))
    const address = await deploy(code)
    await expect(getModel({ address, client }).predict([1])).rejects.toMatchObject({
      name: 'ProgramInactiveError',
      problem: 'not-activated',
    })
  })

  test('an expired program', async () => {
    const own = await createDevnode()
    const before = devnode
    const ownClient = createPublicClient({
      chain: stylusDevChain,
      transport: devnodeTransport(own),
      pollingInterval: 20,
    })
    devnode = own
    try {
      const hash = await wallet().sendTransaction({
        data: deployInitCode(readFileSync(new URL('prebuilt/first-light.code', lab))),
      })
      const address = (await ownClient.waitForTransactionReceipt({ hash })).contractAddress as Hex
      await activate(address)
      await own.request({ method: 'evm_increaseTime', params: [366 * 86_400] })
      await own.request({ method: 'evm_mine', params: [] })
      await expect(
        getModel({ address, client: ownClient as PublicClient, model }).predict(vectors.input[0]!),
      ).rejects.toMatchObject({ name: 'ProgramInactiveError', problem: 'expired' })
    } finally {
      devnode = before
    }
  })

  test('a contract of another kind', async () => {
    const create2 = '0x4e59b44847b379578588920ca78fbf26c0b4956c'
    await expect(getModel({ address: create2, client }).predict([1])).rejects.toMatchObject({
      name: 'UnexpectedAnswerError',
    })
  })

  test('no node', async () => {
    const nobody = createPublicClient({
      chain: stylusDevChain,
      transport: http('http://127.0.0.1:9', { retryCount: 0 }),
    })
    await expect(
      getModel({ address: contract, client: nobody as PublicClient }).predict([1]),
    ).rejects.toMatchObject({ name: 'NodeError' })
  })
})

const MINIMAL = `(module (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param i32) (result i32) (i32.const 7)))`
