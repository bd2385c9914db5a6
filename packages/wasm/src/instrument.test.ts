import { describe, expect, test } from 'vitest'
import { run } from '../test/host.ts'
import { fromHex, intrinsicGas, programSteps, toHex } from '../test/vectors.ts'
import { decompressProgram } from './brotli.ts'
import { instrument } from './instrument.ts'

const INK_PRICE = 10000n
const HOSTS = new Set([
  'user_entrypoint',
  'user_returned',
  'read_args',
  'write_result',
  'pay_for_memory_grow',
  'chainid',
])

describe('transactions recorded on a nitro node', () => {
  const steps = programSteps('tx').filter(
    (s) =>
      // calls to other contracts and changed parameters are the devnode's
      !/^(params|calls)/.test(s.topic) &&
      s.step.expect.trace?.[0]?.[0] === 'user_entrypoint' &&
      s.step.expect.trace.every(([name]) => HOSTS.has(name)) &&
      !s.step.value &&
      typeof s.step.gas === 'number' &&
      /^0x[0-9a-f]*$/.test(s.step.data ?? '0x'),
  )

  test('there are some hundreds that only compute', () => {
    expect(steps.length).toBeGreaterThan(300)
  })

  test('each host call happens at the recorded ink, and the end is the recorded one', () => {
    const modules = new Map<string, ReturnType<typeof instrument>>()
    let replayed = 0
    for (const s of steps) {
      const { trace, gasUsed, status, call } = s.step.expect
      const key = `${s.arbos}${toHex(s.code)}`
      const { wasm, report } =
        modules.get(key) ?? instrument(decompressProgram(s.code), { arbos: s.arbos, debug: true })
      modules.set(key, { wasm, report })
      // a host call that fails is not in the trace: then the program must have no other hosts
      const finished = trace!.at(-1)![0] === 'user_returned'
      if (!finished && !report.imports.every((i) => HOSTS.has(i.name))) continue
      replayed++
      const args = fromHex(s.step.data ?? '0x')
      const ink = BigInt(trace![0]![1])
      const got = run(wasm, { ink, args, pages: report.initialPages })

      const want = trace!
        .filter(([name]) => !name.startsWith('user_'))
        .map(([n, a, b]) => [n, BigInt(a), BigInt(b)])
      expect([s.where, got.trace]).toEqual([s.where, want])
      // what was left at entry is known from the trace; what is used is the recorded figure
      const gasLimit = Math.min(s.step.gas!, 32_000_000)
      // the chain's own rule on top: output is never cheaper than the EVM memory that holds it
      const words = Math.ceil(got.output.length / 32)
      const output = intrinsicGas(args) + 3 * words + Math.floor((words * words) / 512)
      const used = Math.max(output, gasLimit - Number(got.inkLeft / INK_PRICE))
      expect([s.where, got.end, used]).toEqual([s.where, got.end, gasUsed])
      expect([s.where, got.end === 'success']).toEqual([s.where, status === 1])
      if (call?.error === 'outOfGas') expect([s.where, got.end]).toEqual([s.where, 'out of ink'])
      if (call?.error === 'outOfStack') expect([s.where, got.end]).toEqual([s.where, 'out of stack'])
      if (typeof call?.data === 'string') {
        expect([s.where, toHex(got.output)]).toEqual([s.where, call.data])
      }
    }
    expect(replayed).toBeGreaterThan(300)
  })
})
