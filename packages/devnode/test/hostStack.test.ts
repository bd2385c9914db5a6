import { describe, expect, it } from 'vitest'
import { createDevnode, HostStackExhaustedError } from '../src/index.ts'
import { answerOne } from '../src/rpc/answer.ts'
import { install, send } from './install.ts'
import { assemble } from './programs.ts'

/** Recurses as deep as its first four bytes say, little-endian. A frame costs few words, so that many fit. */
const RECURSION = `(module
  (import "vm_hooks" "read_args" (func $read (param i32)))
  (memory (export "memory") 1 1)
  (func $down (param $n i32)
    (if (local.get $n) (then (call $down (i32.sub (local.get $n) (i32.const 1))))))
  (func (export "user_entrypoint") (param i32) (result i32)
    (call $read (i32.const 0))
    (call $down (i32.load (i32.const 0)))
    (i32.const 0)))`

/** Calls the contract whose address leads its calldata with the rest of it, and fails where that fails. */
const CALLER = `(module
  (import "vm_hooks" "read_args" (func $read (param i32)))
  (import "vm_hooks" "call_contract" (func $call (param i32 i32 i32 i32 i64 i32) (result i32)))
  (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param $n i32) (result i32)
    (call $read (i32.const 0))
    (call $call (i32.const 0) (i32.const 20) (i32.sub (local.get $n) (i32.const 20))
      (i32.const 64) (i64.const -1) (i32.const 96))))`

/** The same in EVM code; where the call fails it returns nothing and succeeds. */
const EVM_CALLER = '36600060003760006000601436036014600060003560601c5af100'

const DEEP = `0x${'aa'.repeat(20)}` as const
const STYLUS = `0x${'bb'.repeat(20)}` as const
const EVM = `0x${'cc'.repeat(20)}` as const
const depth = (n: number) =>
  [n, n >> 8, n >> 16, n >> 24].map((b) => (b & 255).toString(16).padStart(2, '0')).join('')

describe.each(['jspi', 'replay'] as const)(
  'a program that recurses deeper than the host can, %s',
  (suspender) => {
    // 262,144 words of stack: more frames than the JavaScript engine has room for
    async function chain() {
      const devnode = await createDevnode({ arbos: 40, suspender })
      expect(await install(devnode, DEEP, await assemble(RECURSION))).toBe('0x1')
      expect(await install(devnode, STYLUS, await assemble(CALLER))).toBe('0x1')
      devnode.chain.state.setCode(EVM.slice(2), Buffer.from(EVM_CALLER, 'hex'))
      return devnode
    }
    const inner = (n: number) => `${DEEP.slice(2)}${depth(n)}`
    const call = (to: string, data: string) => ({
      method: 'eth_call',
      params: [{ to, data: `0x${data}` }, 'latest'],
    })

    it('is a typed error, wherever the program is called from, and never a revert', async () => {
      const devnode = await chain()
      for (const [to, data] of [
        [DEEP, depth(40_000)],
        [STYLUS, inner(40_000)],
        [EVM, inner(40_000)],
      ] as const) {
        await expect(devnode.request(call(to, data))).rejects.toThrow(HostStackExhaustedError)
        const { error } = (await answerOne(devnode, { id: 1, ...call(to, data) })) as {
          error: { code: number; message: string; data?: string }
        }
        expect(error.code).toBe(-32603)
        expect(error.message).toMatch(/^HostStackExhaustedError: The JavaScript stack ran out/)
        expect(error.data).toBeUndefined()
        // the node lives on, and gives what fits
        expect(await devnode.request(call(to, to === DEEP ? depth(1000) : inner(1000)))).toBe('0x')
      }
    })

    it('makes no block of a transaction that ends so, and takes the next one', async () => {
      const devnode = await chain()
      const height = () => devnode.request({ method: 'eth_blockNumber' })
      const before = await height()
      for (const [to, data] of [
        [DEEP, depth(40_000)],
        [STYLUS, inner(40_000)],
        [EVM, inner(40_000)],
      ] as const) {
        await expect(send(devnode, to, `0x${data}`, 0n)).rejects.toThrow(HostStackExhaustedError)
        expect(await height()).toBe(before)
      }
      expect((await send(devnode, STYLUS, `0x${inner(1000)}`, 0n)).status).toBe('0x1')
    })

    it('is out of stack by the chain’s own count where that is smaller', async () => {
      const devnode = await createDevnode({ arbos: 51, suspender })
      await install(devnode, DEEP, await assemble(RECURSION))
      await expect(devnode.request(call(DEEP, depth(40_000)))).rejects.toThrow('max call depth exceeded')
    })
  },
)
