import { describe, expect, test } from 'vitest'
import { fromHex, intrinsicGas, programSteps } from '../test/vectors.ts'
import { decompressProgram } from './brotli.ts'
import { estimateCosts } from './costs.ts'
import { entryCost, pageGas } from './entryCost.ts'
import { inspect } from './inspect.ts'

test('page gas has its known values', () => {
  const from0 = (pages: number) => pageGas(pages, 0, 0)
  expect([0, 2, 3, 4, 8, 16, 17, 32, 64, 128].map(from0)).toEqual([
    0, 0, 1000, 2000, 6001, 14007, 15008, 30074, 67644, 31999998,
  ])
  expect(from0(129)).toBe(Number.POSITIVE_INFINITY)
  expect(pageGas(1, 200, 200)).toBe(Number.POSITIVE_INFINITY)
  // pages once open are cheap the second time: only the linear part is due
  expect(pageGas(126, 2, 128)).toBe(126000)
})

test('growing in single steps costs what one step costs', () => {
  let gas = 0
  for (let open = 1; open < 128; open++) gas += pageGas(1, open, open)
  expect(gas + pageGas(1, 0, 0)).toBe(pageGas(128, 0, 0))
})

test('the worked example of the notes', () => {
  const estimate = estimateCosts({
    functions: 1,
    signatureWords: 2,
    wasmBytes: 187,
    globals: 4,
    segmentBytes: 0,
    initialPages: 1,
  })
  expect(estimate).toEqual({ init: 34, cached: 11, asm: 514189, asmKb: 503 })
  expect(entryCost({ estimate, initialPages: 1 })).toEqual({ pages: 0, init: 8866, cached: 363, total: 9229 })
  expect(entryCost({ estimate, initialPages: 1 }, { cached: true }).total).toBe(363)
})

describe('recorded transactions', () => {
  // cached programs and changed parameters are the devnode's business
  const steps = programSteps('tx').filter(
    (s) =>
      s.arbos === 51 &&
      !/^(params|cache|create)/.test(s.topic) &&
      typeof s.step.gas === 'number' &&
      !s.step.value &&
      s.step.expect.trace?.[0]?.[0] === 'user_entrypoint' &&
      /^0x[0-9a-f]*$/.test(s.step.data ?? '0x'),
  )

  test('the ink at entry is what gas, calldata and entry cost leave', () => {
    expect(steps.length).toBeGreaterThan(300)
    for (const s of steps) {
      const report = inspect(decompressProgram(s.code), { arbos: s.arbos, debug: true })
      const gas = Math.min(s.step.gas!, 32_000_000) - intrinsicGas(fromHex(s.step.data ?? '0x'))
      const ink = (cached: boolean) => (gas - entryCost(report, { cached }).total) * 10000
      const recorded = Number(s.step.expect.trace![0]![1])
      // the Rust programs are put into the cache on the way
      const cached = s.topic === 'rust' && recorded > ink(false)
      expect([s.where, ink(cached)]).toEqual([s.where, recorded])
    }
  })
})
