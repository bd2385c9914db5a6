import type { Hex } from 'viem'
import { expect, test } from 'vitest'
import { expectEqual, expectTrue } from '../grade/compare.ts'
import type { CheckContext } from '../types.ts'
import { deploysModel } from './deploys-model.ts'

const ADDRESS = `0x${'ab'.repeat(20)}` as const

/** Runs the check on a `deploy` that gives this, on a chain where this code stands. */
async function run(deployed: object, stands?: Hex): Promise<void> {
  let sent: Hex = '0x'
  const deploy = async (_: unknown, code: Uint8Array) => {
    sent = `0x${Buffer.from(code).toString('hex')}`
    return deployed
  }
  const ctx = {
    module: async () => ({ deploy }),
    code: async () => ({ wasm: Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]) }),
    publicClient: { getCode: async () => stands ?? sent },
    expectEqual,
    expectTrue,
  } as unknown as CheckContext
  await deploysModel('9.6').run(ctx)
}

const good = { address: ADDRESS, dataFee: 5n, asked: 50, equal: 50 }

test('it belongs to the task, and passes where every vector is answered', async () => {
  expect(deploysModel('9.6')).toMatchObject({ id: '9.6/deploy', task: '9.6' })
  await expect(run(good)).resolves.toBeUndefined()
})

test('no address, other code, no fee, nothing asked, a difference: each is a failure of its own', async () => {
  await expect(run({ ...good, address: undefined })).rejects.toThrow('deploy returned undefined as address')
  await expect(run(good, '0xeff00000')).rejects.toThrow('not the program that was given')
  await expect(run({ ...good, dataFee: 0n })).rejects.toThrow('the activation cost 0 wei')
  await expect(run({ ...good, asked: 0, equal: 0 })).rejects.toThrow('no test vector was asked')
  await expect(run({ ...good, equal: 49, first: '0x01: label 0' })).rejects.toMatchObject({
    options: { input: 'test vectors asked on chain; the first that differs is 0x01: label 0' },
  })
})
