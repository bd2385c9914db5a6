import fc from 'fast-check'
import { serializeTransaction, type TransactionSerializable } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { beforeAll, describe, expect, it } from 'vitest'
import { hexToBytes } from '../bytes.ts'
import { CHAIN_ID, TEST_PRIVATE_KEYS } from '../constants.ts'
import { RpcError } from '../errors.ts'
import { decodeTx, recoverAuthorization } from './decodeTx.ts'

const account = privateKeyToAccount(TEST_PRIVATE_KEYS[0])
const other = privateKeyToAccount(TEST_PRIVATE_KEYS[1])
const TO = `0x${'ab'.repeat(20)}` as const
const KEY = `0x${'22'.repeat(32)}` as const
const base = { to: TO, nonce: 300, gas: 21_000n, value: 10n ** 18n, data: '0x0102' } as const
const accessList = [{ address: TO, storageKeys: [KEY] }]
const fees = { maxFeePerGas: 2_000_000_000n, maxPriorityFeePerGas: 7n }

const raws: Record<string, Uint8Array> = {}
beforeAll(async () => {
  const sign = async (name: string, tx: TransactionSerializable) => {
    raws[name] = hexToBytes(await account.signTransaction(tx as never))
  }
  await sign('legacy', { ...base, type: 'legacy', chainId: CHAIN_ID, gasPrice: 5n })
  await sign('legacy without chain id', { ...base, type: 'legacy', gasPrice: 5n })
  await sign('2930', { ...base, type: 'eip2930', chainId: CHAIN_ID, gasPrice: 5n, accessList })
  await sign('1559', { ...base, type: 'eip1559', chainId: CHAIN_ID, ...fees })
  await sign('creation', { ...base, to: undefined, type: 'eip1559', chainId: CHAIN_ID, ...fees })
  const authorization = await other.signAuthorization({ contractAddress: TO, chainId: CHAIN_ID, nonce: 4 })
  await sign('7702', {
    ...base,
    type: 'eip7702',
    chainId: CHAIN_ID,
    ...fees,
    authorizationList: [authorization],
  } as TransactionSerializable)
  await sign('another chain', { ...base, type: 'eip1559', chainId: 1, ...fees })
  await sign('another chain, legacy', { ...base, type: 'legacy', chainId: 1, gasPrice: 5n })
})

it('an authorization that nobody signed is kept: it is paid for, and sets nothing', () => {
  const word = (n: number) => Uint8Array.of(n)
  const item = [word(1), hexToBytes(TO), word(4), word(0), new Uint8Array(32).fill(0xff), word(1)]
  expect(recoverAuthorization(item)).toEqual({
    chainId: 1n,
    address: TO.slice(2),
    nonce: 4n,
    authority: undefined,
  })
})

describe('decodeTx', () => {
  it.each([
    ['legacy', { type: 0, chainId: BigInt(CHAIN_ID), maxFeePerGas: 5n, maxPriorityFeePerGas: 5n }],
    ['legacy without chain id', { type: 0, chainId: undefined, maxFeePerGas: 5n }],
    ['2930', { type: 1, accessList: [{ address: TO.slice(2), storageKeys: [KEY.slice(2)] }] }],
    ['1559', { type: 2, ...fees, accessList: [], authorizations: [] }],
    ['creation', { type: 2, to: undefined }],
    [
      '7702',
      {
        type: 4,
        authorizations: [
          {
            chainId: BigInt(CHAIN_ID),
            address: TO.slice(2),
            nonce: 4n,
            authority: other.address.slice(2).toLowerCase(),
          },
        ],
      },
    ],
  ])('reads what viem signed: %s', (name, want) => {
    const got = decodeTx(raws[name] as Uint8Array)
    const from = account.address.slice(2).toLowerCase()
    const { nonce, gas, value, data } = base
    expect(got).toMatchObject({ from, to: TO.slice(2), nonce: BigInt(nonce), gasLimit: gas, value, ...want })
    expect(got.data).toEqual(hexToBytes(data))
  })

  it.each(['another chain', 'another chain, legacy'])('refuses %s, in a node’s words', (name) => {
    expect(() => decodeTx(raws[name] as Uint8Array)).toThrow(
      /invalid chain id for signer: have 1 want 412346/,
    )
  })

  it('refuses an unsigned transaction and an empty one', () => {
    const unsigned = hexToBytes(
      serializeTransaction({ ...base, type: 'eip1559', chainId: CHAIN_ID, ...fees }),
    )
    expect(() => decodeTx(unsigned)).toThrow(/12 fields were expected, there are 9/)
    expect(() => decodeTx(new Uint8Array(0))).toThrow(RpcError)
  })

  it('refuses a signature with a high s (EIP-2)', () => {
    const { r, s, v, raw } = decodeTx(raws['1559'] as Uint8Array)
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
    const high = serializeTransaction(
      { ...base, type: 'eip1559', chainId: CHAIN_ID, ...fees },
      { r: `0x${r.toString(16)}`, s: `0x${(order - s).toString(16)}`, yParity: Number(1n - v) },
    )
    expect(() => decodeTx(hexToBytes(high))).toThrow(/s is too high/)
    expect(decodeTx(raw).from).toBe(account.address.slice(2).toLowerCase())
  })

  it('ends in a transaction or a typed error on spoiled bytes', () => {
    const all = Object.values(raws)
    const edits = fc.array(fc.tuple(fc.noBias(fc.nat(400)), fc.noBias(fc.nat(255))), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.nat(all.length - 1), edits, fc.option(fc.nat(200)), (which, changes, cut) => {
        const raw = (all[which] as Uint8Array).slice(0, cut ?? undefined)
        for (const [at, byte] of changes) if (raw.length > 0) raw[at % raw.length] = byte
        try {
          decodeTx(raw)
        } catch (e) {
          expect(e).toBeInstanceOf(RpcError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
