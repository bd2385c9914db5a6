import { createDevnode } from '@inkling/devnode'
import { compress } from '@inkling/wasm/brotli'
import { type Abi, parseAbi } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { program, wat } from '../../test/wat.ts'
import { outcomeInWords } from '../engine/outcome-in-words.ts'
import type { DeployedContract } from '../types.ts'
import { callContract } from './call.ts'
import { activate, deployCode } from './deploy.ts'
import { type OpenEngine, openEmbeddedOn } from './open.ts'
import { sendTransaction, signers } from './send.ts'

/**
 * `who()` answers who calls, `seat()` who sits, `sit()` takes the seat; whoever sits already is refused. The doors
 * are told apart by the first byte of their selectors: d6, 7b, a7.
 */
const GAME = program(
  `(call $read_args (i32.const 0))
   (call $msg_sender (i32.const 76))
   (if (i32.eq (i32.load8_u (i32.const 0)) (i32.const 0xd6)) (then
     (call $write_result (i32.const 64) (i32.const 32)) (return (i32.const 0))))
   (call $storage_load_bytes32 (i32.const 128) (i32.const 160))
   (if (i32.eq (i32.load8_u (i32.const 0)) (i32.const 0x7b)) (then
     (call $write_result (i32.const 160) (i32.const 32)) (return (i32.const 0))))
   (if (i64.eq (i64.load (i32.const 184)) (i64.load (i32.const 88))) (then (return (i32.const 1))))
   (call $storage_cache_bytes32 (i32.const 128) (i32.const 64))
   (call $storage_flush_cache (i32.const 0))
   (i32.const 0)`,
  `(import "vm_hooks" "msg_sender" (func $msg_sender (param i32)))
   (import "vm_hooks" "storage_load_bytes32" (func $storage_load_bytes32 (param i32 i32)))
   (import "vm_hooks" "storage_cache_bytes32" (func $storage_cache_bytes32 (param i32 i32)))
   (import "vm_hooks" "storage_flush_cache" (func $storage_flush_cache (param i32)))`,
)

let open: OpenEngine
let game: DeployedContract

beforeAll(async () => {
  open = await openEmbeddedOn(await createDevnode({}))
  const code = compress(await wat(GAME))
  const address = await deployCode(open, code)
  const activation = await activate(open, address)
  const abi = parseAbi([
    'function who() view returns (address)',
    'function seat() view returns (address)',
    'function sit()',
  ]) as Abi
  game = { address, abi, build: 'plain', wasm: new Uint8Array(), code, activation }
})

const [dev, alice, bob] = signers().map((signer) => signer.address) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
]

describe('who calls', () => {
  test('a read from an account is seen as that account, and costs the same gas', async () => {
    const nobody = await callContract(open, game, 'who')
    expect([dev, alice, bob]).not.toContain(nobody.value)
    const outcome = await callContract(open, game, 'who', [], { from: alice, profile: true })
    expect(outcome.value).toBe(alice)
    expect(outcome.gas).toBe(nobody.gas)
    expect(outcome.ink).toBeGreaterThan(0n)
    // An account that never was on the chain may ask too.
    const stranger = '0x00000000000000000000000000000000DeaDBeef'
    expect((await callContract(open, game, 'who', [], { from: stranger })).value).toBe(stranger)
  })

  test('two players: transactions from each, and a refused one with its reason', async () => {
    expect(await sendTransaction(open, game, 'sit', [], { from: alice })).toMatchObject({ status: 'success' })
    expect((await callContract(open, game, 'seat')).value).toBe(alice)
    const again = await sendTransaction(open, game, 'sit', [], { from: alice })
    expect(again.status).toBe('reverted')
    expect(outcomeInWords(again)).toBe('reverted without data')
    await sendTransaction(open, game, 'sit', [], { from: bob })
    expect((await callContract(open, game, 'seat')).value).toBe(bob)
    await sendTransaction(open, game, 'sit', [])
    expect((await callContract(open, game, 'seat')).value).toBe(dev)
  })

  test('an account nobody has the key of cannot send', async () => {
    const stranger = '0x00000000000000000000000000000000DeaDBeef'
    await expect(sendTransaction(open, game, 'sit', [], { from: stranger })).rejects.toThrow('ctx.accounts')
  })
})
