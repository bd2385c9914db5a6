import { expect, test } from 'vitest'
import { COMMANDS, FLAGS } from '../../packages/lab/src/args.ts'
import { labWriters } from './block-writers.ts'

test('every flag of every command is described, and no other', () => {
  const common = ['json', 'plain', 'ascii', 'help']
  const used = new Set([...Object.values(COMMANDS).flatMap(({ flags }) => flags), ...common])
  expect(Object.keys(FLAGS).sort()).toEqual([...used].sort())
})

test('a lab without tasks to write says so; budgets carry their unit', () => {
  const lab = {
    id: '09-x',
    number: 9,
    title: 'X',
    question: 'Why?',
    minutes: 7,
    lesson: 'docs/lessons/09-x.md',
    learned: '',
    answerFiles: [],
    tasks: [{ id: '9.1', title: 't', file: 'a.ts', points: 0 }],
    budgets: [{ id: 'ink.x', title: 'a run', unit: 'ink' as const, budget: 1_200_000, par: 983_684 }],
  }
  expect(labWriters(lab).facts!()).toBe('*Why?* · 7 minutes · nothing to write')
  expect(labWriters(lab).budgets!()).toContain('| a run (`ink`) | 1,200,000 | 983,684 |')
  const five = { ...lab, tasks: [{ ...lab.tasks[0]!, points: 5 }] }
  expect(labWriters(five).facts!()).toContain('1 task, none above 12 lines')
})
