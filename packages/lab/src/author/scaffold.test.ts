import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../../test/world.ts'
import { applyHunks, parsePatch } from '../build/unified-patch.ts'
import { labFolders, loadManifest } from '../labs.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { diffsPath, diffsText, taskDiffs } from './diffs.ts'
import { brokenImports, pastedBlocks, readPages } from './gates/pages.ts'
import { scaffoldLab } from './scaffold.ts'
import { staticProblems } from './static.ts'
import { wrongPatch } from './wrong-patch.ts'

const NEW = { id: '08-audio', title: 'Audio', question: 'Who speaks?', minutes: 30 }

test('a new lab has nothing wrong with its files, and its page resolves', async () => {
  const ws = makeWorld()
  scaffoldLab(ws, NEW)
  expect(labFolders(ws)).toContain('08-audio')
  const manifest = await loadManifest(ws, join(ws.labs, '08-audio'))
  expect(await staticProblems(ws, manifest)).toEqual([
    'docs/data/diffs/08-audio.json is not current: npm run lab -- author build 8',
  ])
  atomicWrite(join(ws.root, diffsPath(manifest)), diffsText(ws, manifest) as string)
  expect(await staticProblems(ws, manifest)).toEqual([])
  const pages = readPages(ws)
  expect(brokenImports(ws, pages)).toEqual([])
  expect(pastedBlocks(pages, [])).toEqual([])
  expect(() => scaffoldLab(ws, NEW)).toThrow('is there already')
})

test('each gate of the files says what is wrong', async () => {
  const ws = makeWorld()
  scaffoldLab(ws, NEW)
  const dir = join(ws.labs, '08-audio')
  const spoil = (file: string, from: string | RegExp, to: string) => {
    const path = join(ws.root, file)
    const text = readFileSync(path, 'utf8')
    const next = text.replace(from, to)
    expect(next).not.toBe(text)
    writeFileSync(path, next)
  }
  spoil('labs/08-audio/README.md', 'Pick the label', 'Choose the label')
  spoil('labs/08-audio/README.md', '30 minutes', 'some minutes')
  spoil(
    'labs/08-audio/hints.md',
    'In words:',
    '    for label in 1..LABELS { if scores[label] > scores[best] { best = label; } }',
  )
  spoil('labs/08-audio/hints.md', /### 3\n\nIn words:\n\n {4}the first[\s\S]*$/, '')
  spoil('labs/08-audio/hints.md', /$/, '\n## 8.9\n\n### 1\n\nx\n')
  spoil('labs/08-audio/contract/src/lib.rs', /^/, '// TODO(8.7): nobody knows\n')
  spoil('labs/08-audio/contract/core/src/lib.rs', /^/, '// mine\n')
  spoil('solutions/08-audio/contract/core/src/lib.rs', 'TODO(8.1)', 'TODO')
  spoil('docs/lessons/08-audio.md', 'lab: 8', 'lab: 9')
  const said = (await staticProblems(ws, await loadManifest(ws, dir))).join('\n')
  for (const part of [
    "README.md calls task 8.2 'Choose the label', lab.ts calls it 'pick the label'",
    'README.md does not say 30 minutes',
    'hints.md: 8.9 is no task',
    'hints.md: task 8.2 has 2 rungs',
    'labs/08-audio/contract/src/lib.rs says TODO(8.7), which is no task',
    'labs/08-audio/contract/core/src/lib.rs is not current',
    'the stub of 8.1 has no TODO(8.1)',
    "docs/lessons/08-audio.md has no line 'lab: 8'",
  ])
    expect(said).toContain(part)
})

test('a hint with the answer in it is refused', async () => {
  const ws = makeWorld()
  scaffoldLab(ws, NEW)
  const path = join(ws.labs, '08-audio', 'hints.md')
  const text = readFileSync(path, 'utf8')
  const last = text.lastIndexOf('In words:')
  writeFileSync(
    path,
    `${text.slice(0, last)}    for label in 1..LABELS {\n        if scores[label] > scores[best] {\n`,
  )
  const said = await staticProblems(ws, await loadManifest(ws, join(ws.labs, '08-audio')))
  expect(said.join('\n')).toContain('hints.md: rung 3 of 8.2 gives the answer away')
})

test('what stands in labs becomes a patch that gives it back; the starter alone gives none', async () => {
  const ws = makeWorld()
  scaffoldLab(ws, NEW)
  const manifest = await loadManifest(ws, join(ws.labs, '08-audio'))
  expect(wrongPatch(ws, manifest, [])).toBeUndefined()
  const file = 'contract/core/src/lib.rs'
  const { parseMaster } = await import('../regions/parse.ts')
  const { renderSolution } = await import('../regions/render.ts')
  const solved = renderSolution(parseMaster(readFileSync(join(ws.solutions, '08-audio', file), 'utf8'), file))
  const mine = solved
    .replace('scores[label] > scores[best]', 'scores[label] >= scores[best]')
    .replace('best\n}', 'best.min(9)\n}')
  writeFileSync(join(ws.labs, '08-audio', file), mine)
  const patch = wrongPatch(ws, manifest, ['ties: the last label wins'])!
  expect(patch.text.split('\n')[0]).toBe('# ties: the last label wins')
  const [parsed] = parsePatch(patch.text)
  expect(applyHunks(solved, parsed!.hunks)).toBe(mine)
})

test('diffs for the site: where the stub begins in the starter, and what stands there', async () => {
  const ws = makeWorld()
  const manifest = await loadManifest(ws, join(ws.labs, '07-fixture'))
  const starter = readFileSync(join(ws.labs, '07-fixture', 'answers.ts'), 'utf8').split('\n')
  const diffs = taskDiffs(ws, manifest)
  expect(diffs.map(({ id }) => id)).toEqual(['7.1', '7.2', '7.3'])
  for (const { line, stub } of diffs) expect(starter.slice(line - 1, line - 1 + stub.length)).toEqual(stub)
  expect(diffs[0]?.answer).toEqual(['  return value * 2'])
})
