import { expect, it } from 'vitest'
import { Random } from './random.ts'
import { ProgramWriter } from './randomProgram.ts'
import {
  type Case,
  type CaseResult,
  fuzzChain,
  memoryImage,
  type Observed,
  profileOfCase,
  runCase,
} from './runCase.ts'
import { encodeProgram } from './wasmBytes.ts'

// a few seconds by default; `FUZZ_CASES=20000 npx vitest run packages/devnode/test/fuzz` for a long run,
// `FUZZ_SEED=123` for one case again
const CASES = Number(process.env.FUZZ_CASES ?? 120)
const SEED = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED)
/** No case may take longer; they take milliseconds. */
const LIMIT_MS = 20_000

function makeCase(seed: number): Case {
  const random = new Random(seed)
  const write = () => {
    const shape = { controlFlow: random.chance(0.8), hostCalls: true, statements: 4 + random.below(14) }
    return encodeProgram(new ProgramWriter(random, shape).write(memoryImage()))
  }
  return {
    programs: [write(), write()],
    data: Uint8Array.from({ length: random.below(80) }, () => random.below(256)),
    // replay takes time by the square of the calls that a program makes
    gas: BigInt(60_000 + random.below(random.chance(0.05) ? 250_000 : 120_000)),
  }
}

/** Compares field by field: traces are long, and showing two of them takes longer than comparing. */
function same(seed: number, got: Observed, want: Observed): void {
  for (const key of Object.keys(want) as (keyof Observed)[]) {
    if (typeof want[key] !== 'string') expect([seed, key, got[key]]).toEqual([seed, key, want[key]])
    else if (got[key] !== want[key])
      throw new Error(`FUZZ_SEED=${seed}: ${key} ${difference(got[key] as string, want[key])}`)
  }
}

function difference(got: string, want: string): string {
  const lines = want.split('\n')
  const at = got.split('\n').findIndex((line, i) => line !== lines[i])
  return `differs in line ${at}: ${got.split('\n')[at]?.slice(0, 300)} instead of ${lines[at]?.slice(0, 300)}`
}

async function timed(seed: number, work: Promise<CaseResult>): Promise<CaseResult> {
  const start = performance.now()
  const result = await work
  const took = performance.now() - start
  if (took > LIMIT_MS) throw new Error(`FUZZ_SEED=${seed} took ${Math.round(took)} ms`)
  return result
}

it(`${CASES} random programs do the same under JSPI, under replay and while counted`, {
  timeout: 120_000 + CASES * 200,
}, async () => {
  const tally: Record<string, number> = {}
  const count = (name: string, by = 1) => {
    tally[name] = (tally[name] ?? 0) + by
  }
  let [jspi, replay] = [await fuzzChain('jspi'), await fuzzChain('replay')]
  const seeds = SEED === undefined ? Array.from({ length: CASES }, (_, i) => i) : [SEED]
  for (const [i, seed] of seeds.entries()) {
    // compiled programs are kept by a chain for as long as it lives
    if (i % 500 === 499) [jspi, replay] = [await fuzzChain('jspi'), await fuzzChain('replay')]
    const one = makeCase(seed)
    const a = await timed(seed, runCase(jspi, { ...one, tracing: true }))
    const b = await timed(seed, runCase(replay, { ...one, tracing: true }))
    const c = await timed(seed, runCase(jspi, { ...one, counting: true }))
    const d = await timed(seed, runCase(replay, one))
    same(seed, b.observed, a.observed)
    same(seed, { ...c.observed, trace: a.observed.trace }, a.observed)
    same(seed, { ...d.observed, trace: a.observed.trace }, a.observed)

    const { parts } = profileOfCase(c)
    const finished = a.observed.kind === 'success' || a.observed.kind === 'revert'
    expect([seed, finished ? parts.lost === 0 : parts.lost >= 0]).toEqual([seed, true])
    count(a.observed.kind)
    count('refused', a.observed.activated.filter((ok) => !ok).length)
    count('calls', a.observed.trace.match(/_call_contract /g)?.length ?? 0)
    count('creates', a.observed.trace.match(/\bcreate[12] /g)?.length ?? 0)
    count('stores', a.observed.trace.match(/storage_flush_cache/g)?.length ?? 0)
    count('logs', a.observed.logs.length)
  }
  if (SEED !== undefined || process.env.FUZZ_CASES) console.log(tally)
  if (SEED !== undefined) return
  // a fuzzer whose programs never run, never wait and never fail would prove nothing
  expect(tally.refused ?? 0).toBeLessThan(CASES / 10)
  for (const kind of ['success', 'trap', 'outOfInk', 'calls', 'creates', 'stores', 'logs'])
    expect([kind, (tally[kind] ?? 0) > CASES / 50]).toEqual([kind, true])
})
