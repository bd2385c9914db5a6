import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programSteps } from '../test/vectors.ts'
import { decompressProgram, ProgramCodeError } from './brotli.ts'
import { canonicalise } from './canonicalise.ts'
import { StylusRuleError, WasmFormatError } from './errors.ts'
import { inspect } from './inspect.ts'
import { instrument } from './instrument.ts'
import { priceBlocks } from './priceBlocks.ts'
import { stripCustomSections } from './stripCustomSections.ts'

// a few seconds by default; `FUZZ_CASES=1000000 npx vitest run packages/wasm/src/fuzz` for the long run
const CASES = Number(process.env.FUZZ_CASES ?? 3000)

/** Small modules of the recorded runs: all sections and operators, accepted and refused. */
function seeds(): Uint8Array[] {
  const found = new Map<string, Uint8Array>()
  for (const s of programSteps('activate')) {
    try {
      const wasm = decompressProgram(s.code)
      if (wasm.length < 1500) found.set(Buffer.from(wasm).toString('base64'), wasm)
    } catch (error) {
      if (!(error instanceof ProgramCodeError)) throw error
    }
  }
  return [...found.values()]
}

type Edit = { kind: 'set' | 'insert' | 'remove' | 'repeat' | 'cut'; at: number; byte: number; length: number }

const edits = (kinds: Edit['kind'][], maxLength: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      // without bias: fast-check would prefer the header
      at: fc.noBias(fc.nat(0xffff)),
      byte: fc.oneof(
        fc.noBias(fc.nat(255)),
        fc.constantFrom(0x00, 0x0b, 0x40, 0x7f, 0x80, 0xff, 0xfc, 0xfd, 0x11),
      ),
      length: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength },
  )

// bytes replaced in place keep the sections' lengths and get deep; the others break the frame
const spoil = fc.oneof(
  { weight: 3, arbitrary: edits(['set'], 2) },
  { weight: 1, arbitrary: edits(['set', 'insert', 'remove', 'repeat', 'cut'], 4) },
)

function apply(bytes: number[], e: Edit): void {
  if (bytes.length === 0) return
  const at = e.at % bytes.length
  if (e.kind === 'set') bytes[at] = e.byte
  else if (e.kind === 'insert') bytes.splice(at, 0, e.byte)
  else if (e.kind === 'remove') bytes.splice(at, e.length)
  else if (e.kind === 'repeat') bytes.splice(at, 0, ...bytes.slice(at, at + e.length))
  else bytes.length = at
}

/** The result, or the typed error; everything else fails the test. */
function settle<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof WasmFormatError || error instanceof StylusRuleError) return undefined
    throw error
  }
}

const valid = (wasm: Uint8Array) => WebAssembly.validate(wasm as Uint8Array<ArrayBuffer>)

test(
  'every spoiled module ends in a result or a typed error',
  () => {
    const modules = seeds()
    expect(modules.length).toBeGreaterThan(100)
    const tally = { decoded: 0, accepted: 0 }
    fc.assert(
      fc.property(
        fc.nat(modules.length - 1),
        spoil,
        fc.constantFrom(40, 51, 59, 60),
        fc.boolean(),
        (index, spoiled, arbos, debug) => {
          const bytes = [...modules[index]!]
          for (const e of spoiled) apply(bytes, e)
          const wasm = Uint8Array.from(bytes)
          settle(() => stripCustomSections(wasm))
          settle(() => priceBlocks(wasm))
          const canonical = settle(() => canonicalise(wasm))
          if (canonical) {
            tally.decoded++
            // canonical form is a fixed point, and validity survives it
            expect(canonicalise(canonical)).toEqual(canonical)
            if (valid(wasm)) expect(valid(canonical)).toBe(true)
          }
          const rules = { arbos, debug }
          const report = settle(() => inspect(wasm, rules))
          const metered = settle(() => instrument(wasm, rules))
          expect(metered === undefined).toBe(report === undefined)
          if (metered) {
            tally.accepted++
            expect(valid(metered.wasm)).toBe(true)
          }
        },
      ),
      { numRuns: CASES },
    )
    // a fuzzer that never gets past the header would prove nothing
    expect(tally.decoded).toBeGreaterThan(CASES / 20)
    expect(tally.accepted).toBeGreaterThan(CASES / 50)
    if (process.env.FUZZ_CASES) console.log(CASES, tally)
  },
  Math.max(30_000, CASES * 10),
)

test('noise is never a module', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expect(settle(() => inspect(noise, { arbos: 51, debug: true }))).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})
