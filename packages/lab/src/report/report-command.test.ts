import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeWorld } from '../../test/world.ts'
import { labContentHash } from '../content-hash.ts'
import { loadManifest } from '../labs.ts'
import { main } from '../main.ts'
import { emptyProgress, formatProgress, labProgress, taskProgress } from '../state/progress.ts'
import type { Workspace } from '../workspace.ts'
import { toClassroom } from './classroom.ts'
import { exampleReport } from './example.ts'
import { storeReport } from './stored.ts'
import type { LabReport } from './types.ts'

async function lab(ws: Workspace, env: NodeJS.ProcessEnv, ...argv: string[]) {
  let out = ''
  let err = ''
  const code = await main({
    argv,
    env: { LAB_ROOT: ws.root, TERM: 'dumb', INIT_CWD: ws.root, ...env },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

async function graded(content?: string) {
  const ws = makeWorld()
  const manifest = await loadManifest(ws, join(ws.labs, '07-fixture'))
  const report = exampleReport()
  report.lab = { ...report.lab, id: '07-fixture', content: content ?? labContentHash(ws, manifest) }
  storeReport(ws, '07-fixture', report)
  return ws
}

describe('lab report', () => {
  test('nothing graded yet: says what to do', async () => {
    const { code, err } = await lab(makeWorld(), {}, 'report')
    expect(code).toBe(2)
    expect(err).toContain('npm run lab:check')
  })

  test('each form; the words that people try first', async () => {
    const ws = await graded()
    expect((await lab(ws, {}, 'report', '--format', 'junit')).out).toMatch(/^<\?xml[\s\S]*<\/testsuites>\n$/)
    expect((await lab(ws, {}, 'report', '7', '--format', 'tap')).out).toMatch(/^TAP version 14/)
    expect((await lab(ws, {}, 'report', '--format=csv')).out).toMatch(/^lab,task,/)
    expect((await lab(ws, {}, 'report', '--format', 'github')).out).toMatch(/^## 07-fixture/)
    expect(JSON.parse((await lab(ws, {}, 'report', '--json')).out)).toMatchObject({ schema: 'lab-report/1' })
    expect((await lab(ws, {}, 'report', '--format', 'xml')).err).toContain('--format is one of')
    expect((await lab(ws, {}, 'report', '--ranking')).code).toBe(2)
  })

  test('a lab that has changed since is stale in every form that can say it', async () => {
    const ws = await graded(`sha256:${'0'.repeat(64)}`)
    expect(JSON.parse((await lab(ws, {}, 'report')).out).lab.stale).toBe(true)
    expect((await lab(ws, {}, 'report', '--format', 'tap')).out).toContain('stale: the lab has changed')
  })

  test('Classroom: outputs of the step go to the file that GitHub names', async () => {
    const ws = await graded()
    const file = join(ws.root, 'outputs')
    const { out } = await lab(ws, { GITHUB_OUTPUT: file }, 'report', '--format', 'classroom')
    expect(JSON.parse(out)).toMatchObject({
      schema: 'lab-classroom/1',
      runners: [{ name: 'lab7task1' }, {}, {}],
    })
    expect(readFileSync(file, 'utf8')).toMatch(/^(lab7task\d=[A-Za-z0-9+/=]+\n){3}$/)
  })

  test('a class: files by name, one broken, pseudonyms on request', async () => {
    const ws = makeWorld()
    const progress = emptyProgress()
    taskProgress(labProgress(progress, '07-fixture'), '7.1').status = 'pass'
    for (const name of ['ada', 'bo']) {
      mkdirSync(join(ws.root, name))
      writeFileSync(join(ws.root, name, 'progress.json'), formatProgress(progress))
    }
    writeFileSync(join(ws.root, 'cut.json'), '{"schema":')
    const files = ['ada/progress.json', 'bo/progress.json', 'cut.json']
    const plain = await lab(ws, {}, 'report', '--merge', ...files)
    expect(plain.out).toContain('ada,07-fixture,7.1,pass')
    expect(plain.err).toContain('left out: cut: not JSON')
    const hidden = await lab(ws, {}, 'report', '--merge', ...files, '--pseudonyms', '--format', 'json')
    expect(hidden.out).not.toMatch(/"(ada|bo|cut)\b/)
    expect(JSON.parse(hidden.out)).toMatchObject({ learners: ['learner-01', 'learner-02'], unreadable: 1 })
    expect((await lab(ws, {}, 'report', '--merge', 'gone.json')).err).toContain(
      "gone.json can't be read: ENOENT",
    )
  })
})

test('the ready Classroom workflow names the runners of lab 1, and their results', async () => {
  const root = fileURLToPath(new URL('../../../..', import.meta.url))
  const { default: manifest } = await import(join(root, 'labs/01-decision-tree/lab.ts'))
  const report = {
    ...exampleReport(),
    lab: { id: manifest.id, content: '', starterChanged: true },
    tests: [],
  }
  report.tasks = manifest.tasks.map(
    ({ id, title, points }: { id: string; title: string; points: number }) => ({
      id,
      title,
      status: 'skip',
      reason: null,
      score: 0,
      max_score: points,
      hintsUsed: 0,
      revealed: false,
    }),
  )
  const names = toClassroom([report as LabReport]).map((runner) => runner.name)
  const workflow = parse(readFileSync(join(root, '.github/classroom/classroom.yml'), 'utf8'))
  const step = workflow.jobs['run-autograding-tests'].steps.at(-1)
  expect(step.with.runners).toBe(names.join(','))
  expect(step.env).toEqual(
    Object.fromEntries(
      names.map((name) => [`${name.toUpperCase()}_RESULTS`, `\${{ steps.lab1.outputs.${name} }}`]),
    ),
  )
})
