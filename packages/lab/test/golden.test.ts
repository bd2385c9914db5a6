/**
 * What a learner sees, one transcript for each kind of failure. Read them in `golden/`: each is the output of a
 * real run on the fixture lab, at 80 columns, without colors.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toFunctionSelector } from 'viem'
import { afterEach, expect, test } from 'vitest'
import { makeOverlay } from '../src/build/overlay.ts'
import { EnvironmentError, SubmissionError } from '../src/errors.ts'
import { type GradeOptions, grade } from '../src/grade/host.ts'
import { loadManifest } from '../src/labs.ts'
import { renderOutcome } from '../src/output/render.ts'
import type { Style } from '../src/output/style.ts'
import { program, wat } from './wat.ts'
import { makeWorld } from './world.ts'

const style: Style = { colour: false, plain: true, width: 80, ascii: false }
const DOUBLE = 'return value * 2'

const ANSWERS_42 = program(`(i32.store8 (i32.const 31) (i32.const 42))
  (call $write_result (i32.const 0) (i32.const 32))
  (i32.const 0)`)

afterEach(() => {
  delete process.env.LAB_TIME_LIMIT
})

interface Change {
  /** Replaces one text of the solved answer file by another. */
  edit?: [string, string]
  /** Grade the starter instead of the solution. */
  starter?: boolean
  /** The contract, as WebAssembly text. */
  contract?: string
  options?: Partial<GradeOptions>
  task?: string
  seed?: number
  last?: Record<string, number>
}

async function transcript(change: Change): Promise<string> {
  const ws = makeWorld()
  const lab = join(ws.labs, '07-fixture')
  copyFileSync(fileURLToPath(new URL('./failures/checks.ts', import.meta.url)), join(lab, 'checks.ts'))
  const text = readFileSync(join(lab, 'lab.ts'), 'utf8')
    .replace(
      "'function answer()",
      "'function layer(uint8 index, bytes input) view returns (bytes)', 'function answer()",
    )
    .replace('par: 2_000', 'par: 2_000, parParts: { entry: 1_900, instructions: 100 }')
  writeFileSync(join(lab, 'lab.ts'), text)
  const manifest = await loadManifest(ws, lab)
  if (change.starter !== true) {
    const answers = readFileSync(join(makeOverlay(ws, manifest, 'solution'), 'answers.ts'), 'utf8')
    const edited = change.edit === undefined ? answers : answers.replace(...change.edit)
    if (change.edit !== undefined) expect(edited).not.toBe(answers)
    writeFileSync(join(lab, 'answers.ts'), edited)
  }
  const artefact = join(ws.root, 'contract.wasm')
  writeFileSync(artefact, await wat(change.contract ?? ANSWERS_42))
  const seed = change.seed ?? 7
  const outcome = await grade({
    ws,
    manifest,
    dir: lab,
    seed,
    engine: { kind: 'embedded' },
    onlyTask: change.task,
    noWait: false,
    build: {},
    artefact: async () => artefact,
    ...change.options,
  })
  const input = {
    manifest,
    outcome,
    seed,
    onlyTask: change.task,
    extra: [],
    hintsUsed: 0,
    last: change.last ?? {},
    passed: false,
  }
  // What differs from machine to machine.
  return `${renderOutcome(input, style).join('\n')}\n`.replaceAll(/\(\d+(\.\d+)? s\)/g, '(N s)')
}

/** The selector of the lab's own error, as the little-endian word that a contract stores. */
const ODD = Buffer.from(toFunctionSelector('Odd(uint256)').slice(2), 'hex').readInt32LE()

const refuse = (error: Error) => ({ artefact: async () => Promise.reject(error) })

const kinds: Record<string, Change> = {
  'wrong-by-one': { edit: [DOUBLE, 'return value === 3 ? 5 : value * 2'] },
  'wrong-by-more': { edit: [DOUBLE, 'return value'] },
  'wrong-list': { edit: ['Math.trunc(value / 2)', 'Math.floor(value / 2) - (value > 5 ? 4 : 0)'] },
  'wrong-kind': { edit: [DOUBLE, "return 'six' as never"] },
  'still-a-stub': { starter: true, task: '7.3' },
  'stub-in-the-way': { edit: [DOUBLE, "throw Todo('7.1')"] },
  threw: { edit: [DOUBLE, "throw new RangeError('index 9 of 3')"] },
  'does-not-load': { edit: [DOUBLE, 'return const'] },
  'lost-export': { edit: ['export function double', 'function double'] },
  'ends-the-process': { edit: [DOUBLE, "console.log('bye'); return process.exit(0)"] },
  'never-ends': { edit: [DOUBLE, 'for (;;) {}\n  return value'] },
  'check-throws': { edit: [DOUBLE, ';(globalThis as any).breakTheCheck = true\n  return value * 2'] },
  'revert-with-error': {
    contract: program(`(i32.store (i32.const 0) (i32.const ${ODD}))
      (i32.store8 (i32.const 35) (i32.const 3))
      (call $write_result (i32.const 0) (i32.const 36))
      (i32.const 1)`),
    task: '7.3',
  },
  'revert-with-data': {
    contract: program(`(i32.store (i32.const 0) (i32.const 0x04030201))
      (call $write_result (i32.const 0) (i32.const 4))
      (i32.const 1)`),
    task: '7.3',
  },
  'revert-without-data': { contract: program('(i32.const 1)'), task: '7.3' },
  'rust-panic': { contract: program('unreachable'), task: '7.3' },
  'out-of-bounds': { contract: program('(i32.load (i32.const 99999999))'), task: '7.3' },
  'out-of-ink': { contract: program('(loop $l (br $l)) (i32.const 0)'), task: '7.3' },
  'returns-nothing': { contract: program('(i32.const 0)'), task: '7.3' },
  'first-layer': {
    // layer(0, ...) gives the byte 0, layer(1, ...) the bytes 1 2 4.
    contract: program(`(call $read_args (i32.const 200))
      (if (i32.gt_u (local.get $len) (i32.const 4)) (then
        (i32.store8 (i32.const 31) (i32.const 32))
        (if (i32.load8_u (i32.const 235))
          (then (i32.store8 (i32.const 63) (i32.const 3)) (i32.store (i32.const 64) (i32.const 0x040201)))
          (else (i32.store8 (i32.const 63) (i32.const 1))))
        (call $write_result (i32.const 0) (i32.const 96)))
      (else (i32.store8 (i32.const 31) (i32.const 41)) (call $write_result (i32.const 0) (i32.const 32))))
      (i32.const 0)`),
    task: '7.3',
    seed: 99,
  },
  'over-budget': {
    contract: program(`(local $i i32)
      (loop $l (local.set $i (i32.add (local.get $i) (i32.const 1))) (br_if $l (i32.lt_u (local.get $i) (i32.const 300000))))
      (i32.store8 (i32.const 31) (i32.const 42))
      (call $write_result (i32.const 0) (i32.const 32))
      (i32.const 0)`),
    task: '7.3',
    last: { 'gas.answer': 900_000 },
  },
  'does-not-compile': {
    options: refuse(
      new SubmissionError('the contract does not compile', {
        details:
          'error[E0308]: mismatched types\n  --> labs/07-fixture/contract/src/lib.rs:14:5\n   |\n14 |     0u8\n   |     ^^^ expected `usize`, found `u8`\n\n(2 more errors after this one)',
      }),
    ),
  },
  'can-not-be-activated': {
    contract:
      '(module (memory (export "memory") 1 1) (func (export "user_entrypoint") (param i32) (result f32) (f32.const 1)))',
    task: '7.3',
  },
  'no-rust': {
    options: refuse(
      new EnvironmentError('Rust for wasm32 is not installed', {
        remedy: 'npm run lab:doctor   (says what to install)',
      }),
    ),
  },
  'disk-full': {
    options: refuse(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })),
  },
}

test.each(Object.keys(kinds))('%s', async (name) => {
  if (name === 'never-ends') process.env.LAB_TIME_LIMIT = '1500'
  await expect(await transcript(kinds[name]!)).toMatchFileSnapshot(`golden/${name}.txt`)
})
