import { describe, expect, test } from 'vitest'
import { SubmissionError } from '../errors.ts'
import type { GradeOutcome } from '../grade/host.ts'
import type { CheckResult } from '../grade/results.ts'
import type { LabManifest } from '../types.ts'
import { costBar, errorLines, type RenderInput, renderOutcome, shorten } from './render.ts'
import { streamOutcome } from './stream.ts'
import type { Style } from './style.ts'

const COLOUR = /\p{Cc}\[([\d;]+)m/gu

const plain: Style = { colour: false, plain: true, width: 80, ascii: false }

const manifest: LabManifest = {
  id: '05-int8-mlp',
  number: 5,
  title: 'int8 MLP',
  question: 'How small can a network be?',
  minutes: 40,
  lesson: 'docs/lessons/05-int8-mlp.md',
  learned:
    'a network of integers is exact, small and cheap, and rounding is the one place where two of them can differ.',
  tasks: [
    { id: '5.1', title: 'scale and zero point', file: 'quantize.ts', points: 20 },
    { id: '5.2', title: 'requantize a row', file: 'contract/core/src/lib.rs', points: 40, needs: ['5.1'] },
    { id: '5.3', title: 'whole network', file: 'contract/core/src/lib.rs', points: 40, needs: ['5.2'] },
  ],
  budgets: [{ id: 'ink.infer', title: 'one inference', unit: 'ink', budget: 1_200_000, par: 900_000 }],
  answerFiles: ['quantize.ts', 'contract/core/src/lib.rs'],
}

const result = (id: string, more: Partial<CheckResult> = {}): CheckResult => ({
  id,
  name: id.split('/')[1] as string,
  task: id.split('/')[0] as string,
  required: true,
  status: 'pass',
  duration: 1,
  ...more,
})

const passing = [result('5.1/a'), result('5.1/b'), result('5.1/c'), result('5.2/a'), result('5.3/a')]

function outcome(results: CheckResult[], more: Partial<GradeOutcome> = {}): GradeOutcome {
  return {
    engine: { kind: 'embedded', name: 'embedded', chainId: 412346, arbos: 51, inkExact: true },
    results,
    checks: results.map(({ id, name, task, required }) => ({ id, name, task, required })),
    metrics: [],
    notes: [],
    programs: [],
    warnings: [],
    ...more,
  }
}

function input(
  results: CheckResult[],
  more: Partial<RenderInput> = {},
  facts: Partial<GradeOutcome> = {},
): RenderInput {
  return {
    manifest,
    outcome: outcome(results, facts),
    seed: 7,
    extra: [],
    hintsUsed: 0,
    last: {},
    passed: false,
    ...more,
  }
}

const text = (value: RenderInput, style = plain) => renderOutcome(value, style).join('\n')

const wrong = [
  result('5.1/a'),
  result('5.1/b'),
  result('5.1/c'),
  result('5.2/requant-row', {
    name: 'requantize a row',
    status: 'fail',
    reason: 'wrong',
    message: 'not what was expected',
    input: 'acc = -1873, multiplier = 1288490189, shift = 38',
    expected: '-9',
    actual: '-8',
    distance: 'off by 1 LSB',
    oracle: 'TypeScript integer model',
    where: 'labs/05-int8-mlp/contract/src/lib.rs:57',
    case: 4,
    cases: 64,
  }),
  result('5.3/a', { status: 'skip', reason: 'needs 5.2' }),
]

describe('golden outputs', () => {
  test('a wrong answer', () => {
    expect(text(input(wrong))).toMatchInlineSnapshot(`
      "lab 5 · int8 MLP                                        engine embedded · seed 7
      PASS  5.1 scale and zero point                                          3 checks
      FAIL  5.2 requantize a row                                          case 4 of 64
            check     requantize a row
            input     acc = -1873, multiplier = 1288490189, shift = 38
            expected  -9    (TypeScript integer model)
            yours     -8    off by 1 LSB
            where     labs/05-int8-mlp/contract/src/lib.rs:57
      WAIT  5.3 whole network                                                needs 5.2
      hint: npm run lab:hint 5.2   (1 of 3)
      rerun one: npm run lab -- check 5.2 --seed 7 --case 4
      1 of 3 tasks passed"
    `)
  })

  test('a stub, after two hints, graded as an overlay', () => {
    const stub = [
      result('5.1/a', {
        status: 'fail',
        reason: 'stub',
        message: 'task 5.1 is still a stub, labs/05-int8-mlp/quantize.ts:12',
        where: 'labs/05-int8-mlp/quantize.ts:12',
      }),
    ]
    expect(
      text(input(stub, { hintsUsed: 2, extra: ['--solution'], onlyTask: '5.1' })),
    ).toMatchInlineSnapshot(`
      "lab 5 · int8 MLP · task 5.1 scale and zero point        engine embedded · seed 7
      FAIL  5.1 scale and zero point
            check     a
            reason    task 5.1 is still a stub, labs/05-int8-mlp/quantize.ts:12
      hint: npm run lab:hint 5.1   (3 of 3)
      rerun one: npm run lab -- check 5.1 --seed 7 --solution
      0 of 1 task passed"
    `)
  })

  test('over budget', () => {
    const over = [
      ...passing.slice(0, 4),
      result('5.3/a', {
        status: 'fail',
        reason: 'over-budget',
        message: 'ink.infer ...',
        where: 'labs/05-int8-mlp/contract/src/lib.rs:80',
      }),
    ]
    const metrics = [
      {
        id: 'ink.infer',
        value: 1_310_002,
        unit: 'ink' as const,
        check: '5.3/a',
        parts: { instructions: 900_000, hostCalls: 300_000, entry: 110_002 },
      },
    ]
    expect(text(input(over, { last: { 'ink.infer': 1_402_118 } }, { metrics }))).toMatchInlineSnapshot(`
      "lab 5 · int8 MLP                                        engine embedded · seed 7
      PASS  5.1 scale and zero point                                          3 checks
      PASS  5.2 requantize a row                                               1 check
      OVER  5.3 whole network
            check     a
            where     labs/05-int8-mlp/contract/src/lib.rs:80
      OVER  ink.infer  1,310,002 of 1,200,000 ink (+10 %)  was 1,402,118  par 900,000
            EEEHHHHHHHIIIIIIIIIIIIIIIIIIIIII
            instructions 69 %  host calls 23 %  entry 8 %
      hint: npm run lab:hint 5.3   (1 of 3)
      by function: npm run lab -- golf 5 --vs ref
      rerun one: npm run lab -- check 5.3 --seed 7
      2 of 3 tasks passed"
    `)
  })

  test('all passed: what was learned, the next command, the lesson', () => {
    const facts = {
      metrics: [{ id: 'ink.infer', value: 812_345, unit: 'ink' as const, check: '5.3/a' }],
      notes: [{ check: '5.3/a', line: '1,250 rows agree' }],
      programs: [
        {
          build: 'plain',
          wasmBytes: 15_000,
          codeBytes: 6_762,
          initialPages: 1,
          activationGas: 2_340_598,
          dataFee: '1',
          entryInit: 3_233,
          entryCached: 1_172,
          warnings: [],
        },
      ],
    }
    const next = { command: 'npm run lab:check 6', text: '(CNN, 60 min)' }
    expect(text(input(passing, { passed: true, next }, facts))).toMatchInlineSnapshot(`
      "lab 5 · int8 MLP                                        engine embedded · seed 7
      PASS  5.1 scale and zero point                                          3 checks
      PASS  5.2 requantize a row                                               1 check
      PASS  5.3 whole network                                                  1 check
            1,250 rows agree
      PASS  ink.infer  812,345 of 1,200,000 ink  par 900,000
            program  6,762 of 24,576 bytes, 1 page, entry 3,233 gas, 1,172 cached,
            activation 2,340,598 gas

      PASS  lab 5: 3 of 3 tasks
      You learned: a network of integers is exact, small and cheap, and rounding is
      the one place where two of them can differ.
      next:    npm run lab:check 6   (CNN, 60 min)
      lesson:  docs/lessons/05-int8-mlp.md"
    `)
  })

  test('an engine without ink skips that budget and says why', () => {
    const engine = {
      kind: 'rpc' as const,
      name: 'http://127.0.0.1:8547',
      chainId: 412346,
      arbos: 51,
      inkExact: false,
    }
    expect(text(input(passing, { passed: true }, { engine }))).toContain(
      'SKIP  ink.infer  ink not available here',
    )
  })

  test("a contract that does not compile: rustc's own text", () => {
    const error = new SubmissionError('the contract does not compile', {
      details: 'error[E0308]: mismatched types\n --> labs/x/lib.rs:1:1\n\n(2 more errors after this one)',
    })
    expect(text(input([], {}, { error, engine: undefined }))).toMatchInlineSnapshot(`
      "lab 5 · int8 MLP                                     engine not started · seed 7

      NOT BUILT  the contract does not compile

      error[E0308]: mismatched types
       --> labs/x/lib.rs:1:1

      (2 more errors after this one)
      "
    `)
  })
})

describe('rules', () => {
  test('only the first failure is full, and no line is wider than the terminal', () => {
    const both = [
      ...wrong.slice(0, 4),
      result('5.3/a', { status: 'fail', reason: 'wrong', expected: '1', actual: '2', message: 'x' }),
    ]
    const lines = renderOutcome(input(both), plain)
    expect(lines.filter((line) => line.includes('expected'))).toHaveLength(1)
    for (const width of [40, 60, 80]) {
      const long = input(wrong.map((item) => ({ ...item, input: item.input?.repeat(4) })))
      for (const line of renderOutcome(long, { ...plain, width })) {
        // A command is never broken: it must be possible to copy it.
        if (!line.includes('npm run') && !line.includes('labs/'))
          expect(line.length).toBeLessThanOrEqual(width)
      }
    }
  })

  test('colour adds nothing but colour', () => {
    const coloured = text(input(wrong), { ...plain, colour: true })
    expect(coloured).toContain('\u001b[31mFAIL \u001b[39m')
    expect(coloured.replaceAll(COLOUR, '')).toBe(text(input(wrong)))
    for (const [, code] of coloured.matchAll(COLOUR)) expect(Number(code)).toBeLessThan(98)
  })

  test('ASCII mode has only ASCII', () => {
    expect(text(input(wrong), { ...plain, ascii: true })).toMatch(/^[\x20-\x7e\n]*$/)
  })

  test('what a learner prints cannot move the cursor', () => {
    const nasty = [{ ...wrong[3]!, output: '\u001b[2J\u001b[31mred\u0007\nsecond' }]
    expect(text(input(nasty, { onlyTask: '5.2' }))).toContain('printed   red | second')
  })

  test('a streamed result is the rendered one, line for line', () => {
    const whole = input(wrong, {}, { notes: [{ check: '5.1/a', line: 'a note' }] })
    const lines: string[] = []
    const stream = streamOutcome((line) => lines.push(line), plain)
    for (let n = 1; n <= wrong.length; n++) {
      stream.grow({ ...whole, outcome: { ...whole.outcome, results: wrong.slice(0, n) } })
    }
    expect(lines.length).toBeGreaterThan(5)
    stream.end(whole, (rest) => rest)
    expect(lines).toEqual(renderOutcome(whole, plain))
  })

  test('before a long build what is known is said, and nothing twice', () => {
    const whole = input(passing, { passed: true }, { notes: [{ check: '5.1/a', line: 'predicted' }] })
    const lines: string[] = []
    const stream = streamOutcome((line) => lines.push(line), plain)
    const half = { ...whole, outcome: { ...whole.outcome, results: passing.slice(0, 1) } }
    stream.grow(half)
    stream.working(half)
    stream.working(half)
    expect(lines.slice(1)).toEqual(['WORK  5.1 scale and zero point', '      predicted'])
    stream.grow(whole)
    stream.end(whole, (rest) => rest)
    expect(lines.filter((line) => line.includes('predicted'))).toHaveLength(1)
    expect(lines[3]).toMatch(/^PASS {2}5\.1/)
  })

  test('long output is cut in the middle and says where the rest is', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `line ${i}`)
    const cut = shorten(lines, 40, '.lab/last.txt')
    expect(cut).toHaveLength(40)
    expect(cut[35]).toBe('... 61 more lines in .lab/last.txt')
    expect(cut.at(-1)).toBe('line 99')
    expect(shorten(lines.slice(0, 40), 40, 'x')).toHaveLength(40)
  })

  test('the cost bar is always as long as asked, in the order B C E P H I', () => {
    const bar = costBar({ instructions: 1, base: 1, calldata: 1, entry: 1, pages: 1, hostCalls: 1 }, 32)
    expect(bar).toHaveLength(32)
    expect(bar).toMatch(/^B+C+E+P+H+I+$/)
    expect(costBar({}, 32)).toBe('')
    expect(costBar({ instructions: 3 }, 4)).toBe('IIII')
  })

  test('a remedy keeps its lines, and commands are never broken', () => {
    const command = `npm run lab -- check 1 ${'--flag '.repeat(20)}`.trim()
    const remedy = `first\n  rustup ${'x'.repeat(90)}\n${command}`
    expect(errorLines({ kind: 'usage', message: 'no', remedy }, plain)).toEqual([
      'USAGE  no',
      'next: first',
      `        rustup ${'x'.repeat(90)}`,
      `      ${command}`,
    ])
  })

  test('a task of which not all checks ran has not passed', () => {
    const half = input([passing[0]!], { onlyTask: '5.1' })
    half.outcome.checks = passing.map(({ id, name, task, required }) => ({ id, name, task, required }))
    expect(text(half)).toMatch(/WAIT {2}5\.1 scale and zero point +1 of 3 checks/)
  })
})
