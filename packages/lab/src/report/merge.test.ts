import { expect, test } from 'vitest'
import { emptyProgress, formatProgress, labProgress, taskProgress } from '../state/progress.ts'
import { passingReport } from './example.ts'
import { classCsv, mergeClass } from './merge.ts'
import { classRanking, FORMULA, rank, rankingCsv } from './ranking.ts'

function learner(
  passed: string[],
  hints = 0,
  best: Record<string, number> = {},
  content = 'sha256:now',
): string {
  const progress = emptyProgress()
  const lab = labProgress(progress, '01-decision-tree')
  for (const id of ['1.1', '1.2']) {
    Object.assign(taskProgress(lab, id), {
      status: passed.includes(id) ? 'pass' : 'fail',
      attempts: 2,
      hints,
    })
  }
  Object.assign(lab.best, best)
  lab.content = content
  return formatProgress(progress)
}

const both = ['1.1', '1.2']

test('thirty files: a row a learner and task, and how each task went', () => {
  const files = Array.from({ length: 30 }, (_, i) => ({
    name: `p${i}`,
    text: learner(i < 20 ? both : ['1.1'], i % 3),
  }))
  const table = mergeClass(files)
  expect(table.learners).toHaveLength(30)
  expect(table.rows).toHaveLength(60)
  expect(table.learners.slice(0, 3)).toEqual(['p0', 'p1', 'p2'])
  expect(table.tasks).toEqual([
    { lab: '01-decision-tree', task: '1.1', passed: 30, of: 30, stale: 0, hints: 30, revealed: 0 },
    { lab: '01-decision-tree', task: '1.2', passed: 20, of: 30, stale: 0, hints: 30, revealed: 0 },
  ])
  expect(classCsv(table).split('\r\n')[1]).toBe('p0,01-decision-tree,1.1,pass,2,0,false,')
})

test('a file that is cut off is named, and the others count', () => {
  const table = mergeClass([
    { name: 'good', text: learner(both) },
    { name: 'cut', text: learner(both).slice(0, 40) },
    { name: 'other', text: '{"schema":"x"}' },
  ])
  expect(table.learners).toEqual(['good'])
  expect(table.unreadable.map(({ file }) => file)).toEqual(['cut', 'other'])
})

test('a pass of another content is stale; a failure stays one', () => {
  const table = mergeClass([{ name: 'a', text: learner(['1.1'], 0, {}, 'sha256:old') }], {
    contents: { '01-decision-tree': 'sha256:now' },
  })
  expect(table.rows.map((row) => row.status)).toEqual(['stale', 'fail'])
})

test('reports count as well, and two files of one name are told apart', () => {
  const text = JSON.stringify(passingReport())
  const table = mergeClass([
    { name: 'a', text },
    { name: 'a', text: `[${text}]` },
  ])
  expect(table.learners).toEqual(['a', 'a (2)'])
  expect(table.rows.every((row) => row.status === 'pass')).toBe(true)
})

test('pseudonyms: no name is left, and the order says nothing', () => {
  const files = ['zoe', 'adam', 'bo'].map((name) => ({ name, text: learner(both) }))
  const table = mergeClass(files, { pseudonyms: true, shuffle: () => [2, 0, 1] })
  expect(JSON.stringify(table)).not.toMatch(/zoe|adam|bo"/)
  expect(table.learners).toEqual(['learner-01', 'learner-02', 'learner-03'])
})

test('ranking: solved first, then ink, then bytes; equal figures share a place', () => {
  const table = mergeClass([
    { name: 'a', text: learner(both, 0, { 'ink.classify': 900, 'bytes.code': 10 }) },
    { name: 'b', text: learner(both, 0, { 'ink.classify': 900, 'bytes.code': 9 }) },
    { name: 'c', text: learner(['1.1'], 0, { 'ink.classify': 1, 'bytes.code': 1 }) },
    { name: 'd', text: learner(both, 0, { 'ink.classify': 900, 'bytes.code': 10 }) },
    { name: 'e', text: learner(both) },
  ])
  expect(classRanking(table).map(({ place, who }) => `${place} ${who}`)).toEqual(['1 b', '2 a', '2 d'])
  expect(rankingCsv(classRanking(table))).toContain(FORMULA.slice(0, 30))
  expect(rank([])).toEqual([])
})
