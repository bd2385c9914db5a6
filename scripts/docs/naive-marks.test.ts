/** Golf's mark `naive` is what the lesson's first version costs: the figure in the lesson's own data, not a number that was typed. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import lab1 from '../../labs/01-decision-tree/lab.ts'
import lab2 from '../../labs/02-forest/lab.ts'
import type { LabManifest } from '../../packages/lab/src/types.ts'

const data = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/data/${name}.json`, import.meta.url), 'utf8')).figures

function naive(lab: LabManifest): Record<string, number | undefined> {
  return Object.fromEntries(lab.budgets.map((budget) => [budget.id, budget.naive]))
}

test('lab 1: the crate types of the usual template', () => {
  const { ink, callGas } = data('lessons').lab1.asLibrary
  expect(naive(lab1)).toEqual({ 'ink.classify': ink, 'gas.classify': callGas, 'bytes.code': undefined })
})

test('lab 2: a struct of twelve bytes a node', () => {
  const { ink, callGas } = data('lab2').structs
  expect(naive(lab2)).toEqual({ 'ink.classify': ink, 'gas.classify': callGas, 'bytes.code': undefined })
})
