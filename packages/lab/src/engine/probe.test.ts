import { createDevnode, type Devnode } from '@inkling/devnode'
import { compress } from '@inkling/wasm/brotli'
import { type Hex, toHex } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { program, wat } from '../../test/wat.ts'
import { activate, deployCode } from './deploy.ts'
import { type OpenEngine, openEmbeddedOn } from './open.ts'
import { PROBE_RETURN_LIMIT, probeCallGas, probeInitCode, readProbe } from './probe.ts'

const GAS = 2_000_000n

let devnode: Devnode
let open: OpenEngine

beforeAll(async () => {
  devnode = await createDevnode({})
  open = await openEmbeddedOn(devnode)
})

async function deploy(text: string): Promise<Hex> {
  const address = await deployCode(open, compress(await wat(text)))
  await activate(open, address)
  return address
}

async function probe(to: Hex, data: Hex, gas = GAS) {
  const answer = await open.publicClient.request({
    method: 'eth_call',
    params: [{ data: probeInitCode(to, data, gas), gas: toHex(probeCallGas(data, gas)) }, 'latest'],
  })
  return readProbe(answer)
}

/** Gas of the frame by the devnode's own account: the figure the probe has to meet to the unit. */
async function frameGas(to: Hex, data: Hex): Promise<bigint> {
  const profile = (await devnode.request({
    method: 'stylus_profile',
    params: [{ to, data, gas: toHex(GAS) }, 'latest'],
  })) as { frameGas: number }
  return BigInt(profile.frameGas)
}

/** Returns its arguments; exits 1 (a revert with data) when the first byte is 1. */
const ECHO = program(`(call $read_args (i32.const 0))
  (call $write_result (i32.const 0) (local.get $len))
  (i32.eq (i32.load8_u (i32.const 0)) (i32.const 1))`)

describe('the gas probe', () => {
  test.each(['0x', '0x02', `0x02${'ab'.repeat(31)}`, `0x02${'00'.repeat(1000)}`] as Hex[])(
    'echo of %s: result and gas to the unit',
    async (data) => {
      const to = await deploy(ECHO)
      const result = await probe(to, data)
      expect(result).toMatchObject({ success: true, returnData: data, truncated: false })
      expect(result.gas).toBe(await frameGas(to, data))
      expect(result.gas).toBeGreaterThan(1_000n)
    },
  )

  test('a revert gives its data', async () => {
    const to = await deploy(ECHO)
    expect(await probe(to, '0x01ff')).toMatchObject({ success: false, returnData: '0x01ff' })
  })

  test('an account without code costs nothing', async () => {
    expect(await probe('0x00000000000000000000000000000000000f00d5', '0x1234')).toEqual({
      success: true,
      gas: 0n,
      returnData: '0x',
      truncated: false,
    })
  })

  test('EVM code: the frame alone, to the unit', async () => {
    // PUSH1 1 PUSH1 2 ADD POP STOP: 3 + 3 + 3 + 2.
    const runtime = '600160020150' + '00'
    const init = `0x66${runtime}5f5260076019f3` as Hex
    const hash = await open.walletClient.sendTransaction({
      data: init,
      account: open.walletClient.account!,
      chain: open.walletClient.chain,
    })
    const { contractAddress } = await open.publicClient.waitForTransactionReceipt({ hash })
    expect(await open.publicClient.getCode({ address: contractAddress! })).toBe(`0x${runtime}`)
    expect((await probe(contractAddress!, '0x')).gas).toBe(11n)
  })

  test('a loop without end uses all gas of the call and no more', async () => {
    const to = await deploy(program('(loop $l (br $l)) (i32.const 0)'))
    expect(await probe(to, '0x', 500_000n)).toEqual({
      success: false,
      gas: 500_000n,
      returnData: '0x',
      truncated: false,
    })
  })

  test('a trap gives unused gas back', async () => {
    const to = await deploy(program('(unreachable)'))
    const result = await probe(to, '0x')
    expect(result).toMatchObject({ success: false, returnData: '0x' })
    expect(result.gas).toBeLessThan(100_000n)
  })

  test('long results are cut, and said to be', async () => {
    const to = await deploy(program('(call $write_result (i32.const 0) (i32.const 30000)) (i32.const 0)'))
    const result = await probe(to, '0x')
    expect(result.truncated).toBe(true)
    expect(result.returnData).toBe(`0x${'00'.repeat(PROBE_RETURN_LIMIT)}`)
  })
})

test('the first byte of what the probe returns can never be 0xEF', () => {
  // The init code itself must not look like a program either: EIP-3541.
  expect(probeInitCode('0x00000000000000000000000000000000000000ef', '0xef', 1n).startsWith('0x73')).toBe(
    true,
  )
  expect(() => readProbe('0x')).toThrow('0 bytes')
})
