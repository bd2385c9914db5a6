import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { canonicalise } from '@inkling/wasm'
import { compress } from '@inkling/wasm/brotli'
import { describe, expect, it } from 'vitest'
import wabt from 'wabt'
import { createDevnode, profileCall } from '../src/index.ts'
import { install } from './install.ts'
import { judge, SETS } from './recordedSets.ts'

const here = import.meta.dirname
const run = promisify(execFile)

describe.each(SETS.slice(0, 2))('recorded programs, ArbOS $arbos', ({ arbos, files, scenarios }) => {
  it('counting by function changes no figure, and the sums are the charged ink', {
    timeout: 120_000,
  }, async () => {
    const args = [path.join(here, 'profileVectors.ts'), String(arbos), ...files]
    const options = { cwd: path.join(here, 'vectors'), maxBuffer: 64 * 1024 * 1024 }
    // the runner's exit status is 1 on a difference, which `judge` shows better
    const { stdout, stderr } = await run(process.execPath, args, options).catch((e) => e)
    judge(JSON.parse(stdout), scenarios)
    const { runs, instructions, lossless, wrong } = JSON.parse(stderr)
    expect(wrong).toEqual([])
    expect(runs).toBeGreaterThan(200)
    expect(lossless).toBeGreaterThan(200)
    expect(instructions).toBeGreaterThan(1e9)
  })
})

/** `sum` adds the first `n` numbers in a loop; `fill` fills `n` bytes. */
const NAMED = `(module
  (import "vm_hooks" "read_args" (func $read (param i32)))
  (memory (export "memory") 1 1)
  (func $sum (param $n i32) (result i32) (local $s i32)
    (loop $l
      (local.set $s (i32.add (local.get $s) (local.get $n)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $l (local.get $n)))
    (local.get $s))
  (func $fill (param $n i32) (memory.fill (i32.const 0) (i32.const 7) (local.get $n)))
  (func $unused)
  (func $main (export "user_entrypoint") (param $n i32) (result i32)
    (call $read (i32.const 0))
    (drop (call $sum (i32.load8_u (i32.const 0))))
    (call $fill (i32.load8_u (i32.const 0)))
    (i32.const 0)))`

describe('profileCall', () => {
  const TO = `0x${'aa'.repeat(20)}` as const
  async function assembled(names: boolean) {
    const module = (await wabt()).parseWat('named.wat', NAMED, { bulk_memory: true })
    return canonicalise(module.toBinary({ write_debug_names: names }).buffer)
  }

  it('names the functions and gives each its own instructions', async () => {
    const devnode = await createDevnode()
    await install(devnode, TO, compress(await assembled(true)))
    const { ok, ink, parts, functions } = await profileCall(devnode, { to: TO, data: '0x05' })
    expect(ok).toBe(true)
    // by the price list: sum's entry, its loop opcode, five turns and the end; fill's block and 100 a byte
    const turn = 2450 + 75 + 75 + 70 + 210 + 75 + 1 + 70 + 210 + 75 + 765
    const inkOf = Object.fromEntries(functions.map((f) => [f.name, f.ink]))
    expect(inkOf).toEqual({
      main: expect.any(Number),
      sum: 2450 + 1 + 5 * turn + (2450 + 1) + (2450 + 75 + 1),
      fill: 2450 + 1 + 1 + 75 + 950 + 1 + 500,
    })
    expect(functions[0]?.ink).toBe(Math.max(...Object.values(inkOf)))
    const total = functions.reduce((sum, f) => sum + f.ink, 0)
    expect(parts).toMatchObject({ instructions: total, lost: 0, output: 0, refund: 0 })
    expect(parts.hostCalls).toEqual({ read_args: 13_440 })
    expect(total + 13_440).toBe(ink)
  })

  it('takes names from outside for a program without any', async () => {
    const devnode = await createDevnode()
    await install(devnode, TO, compress(await assembled(false)))
    const call = { to: TO, data: '0x05' } as const
    const bare = await profileCall(devnode, call)
    expect(bare.functions.map((f) => f.name).sort()).toEqual(['function 1', 'function 2', 'function 4'])
    const named = await profileCall(devnode, call, { names: new Map([[1, 'sum']]) })
    expect(named.functions.map((f) => f.name).sort()).toEqual(['function 2', 'function 4', 'sum'])
  })

  it('says what exhaustion took', async () => {
    const devnode = await createDevnode()
    await install(devnode, TO, compress(await assembled(true)))
    const { gasUsed } = await profileCall(devnode, { to: TO, data: '0xff' })
    const gas = BigInt(gasUsed) - 50n
    const short = await profileCall(devnode, { to: TO, data: '0xff', gas })
    expect(short.ok).toBe(false)
    expect(short.trap).toMatch(/out of ink/)
    expect(short.parts.lost).toBeGreaterThan(0)
    const { instructions, lost, hostCalls } = short.parts
    expect(instructions + lost + (hostCalls.read_args ?? 0)).toBe(short.ink)
  })
})
