import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { answeringArtefact, makeWorld } from '../../test/world.ts'
import { makeOverlay } from '../build/overlay.ts'
import { labContentHash } from '../content-hash.ts'
import { grade } from '../grade/host.ts'
import { loadManifest } from '../labs.ts'
import { makeReport } from '../output/report.ts'
import { emptyProgress, formatProgress, labProgress, taskProgress } from '../state/progress.ts'
import { brokenReport, exampleReport, passingReport } from './example.ts'

const schema = (name: string) =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../schema/${name}.schema.json`, import.meta.url)), 'utf8'),
  )
const validator = (name: string) =>
  new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema(name))

describe('lab-report/1', () => {
  const validate = validator('lab-report-1')
  const problems = (report: unknown) => (validate(report) ? [] : (validate.errors ?? []))

  test('a failing, a passing and an unbuilt lab', () => {
    for (const report of [exampleReport(), passingReport(), brokenReport()])
      expect(problems(report)).toEqual([])
  })

  test('what a real run of the starter, the solution and a wrong answer gives', async () => {
    const ws = makeWorld()
    const manifest = await loadManifest(ws, join(ws.labs, '07-fixture'))
    for (const variant of ['starter', 'solution', 'wrong-01-floor'] as const) {
      const dir = makeOverlay(ws, manifest, variant)
      const artefact = await answeringArtefact(ws, 42)
      const outcome = await grade({
        ws,
        manifest,
        dir,
        seed: 7,
        engine: { kind: 'embedded' },
        noWait: true,
        artefact,
        build: {},
      })
      const report = makeReport({
        manifest,
        outcome,
        seed: 7,
        extra: [],
        content: labContentHash(ws, manifest),
        starterChanged: true,
        progress: { tasks: {}, best: {}, last: {}, history: {} },
        duration: 5,
        status: variant === 'solution' ? 'pass' : 'fail',
        version: '0.1.0',
      })
      expect(problems(JSON.parse(JSON.stringify(report)))).toEqual([])
      expect(outcome.results.length).toBe(3)
    }
  })

  test.each([
    [
      'a path of the machine',
      (report: ReturnType<typeof exampleReport>) => (report.tests[2]!.filename = '/home/x/lib.rs'),
    ],
    [
      'a Windows path',
      (report: ReturnType<typeof exampleReport>) => (report.tests[2]!.filename = 'C:\\x\\lib.rs'),
    ],
    ['a name', (report: object) => Object.assign(report, { user: 'ada' })],
    [
      'another status',
      (report: ReturnType<typeof exampleReport>) => Object.assign(report.tests[0]!, { status: 'ok' }),
    ],
    ['another version', (report: object) => Object.assign(report, { version: 2 })],
    ['no score', (report: Partial<ReturnType<typeof exampleReport>>) => delete report.score],
  ])('%s is refused', (_, spoil) => {
    const report = exampleReport()
    spoil(report)
    expect(problems(report)).not.toEqual([])
  })
})

test('lab-progress/1: what we write is what the schema says', () => {
  const progress = emptyProgress()
  const lab = labProgress(progress, '05-int8-mlp')
  Object.assign(taskProgress(lab, '5.1'), {
    status: 'stale',
    attempts: 3,
    hints: 2,
    firstPass: '2026-01-01T00:00:00.000Z',
  })
  lab.best['ink.infer'] = 5
  lab.history['ink.infer'] = [7, 5]
  lab.content = `sha256:${'a'.repeat(64)}`
  const validate = validator('lab-progress-1')
  expect(validate(JSON.parse(formatProgress(progress))) ? [] : validate.errors).toEqual([])
  expect(
    validate({ schema: 'lab-progress/1', labs: { '05-x': { tasks: { '5.1': { status: 'won' } } } } }),
  ).toBe(false)
})
