import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../errors.ts'
import { type ClassTimesFile, measuredMinutes, readClassTimes } from './class-times.ts'

const about = { id: '41', date: '2026-11-24' }
/** What GitHub makes of the issue form. */
const issue = [
  '### Minutes per lab',
  '',
  '| lab | half | most | not finished |',
  '| --- | --- | --- | --- |',
  '| 0 | 5 | 8 |  |',
  '| 1 | 50 min | 75 | 2 |',
  '| 2 |  |  |  |',
  '',
  '### How many people?',
  '',
  '18, working in pairs',
].join('\n')

describe('readClassTimes', () => {
  test("reads the form's table; labs without minutes are left out", () => {
    expect(readClassTimes(issue, about)).toEqual({
      ...about,
      people: '18, working in pairs',
      labs: { 0: { half: 5, most: 8 }, 1: { half: 50, most: 75 } },
    })
  })

  test('reads what the form itself proposes, filled in', () => {
    const form = readFileSync(
      new URL('../../../../.github/ISSUE_TEMPLATE/class-times.yml', import.meta.url),
      'utf8',
    )
    const filled = form.replace('| 1 |  |  |  |', '| 1 | 40 | 60 |  |').replace(/^ +\|/gm, '|')
    expect(readClassTimes(filled, about).labs).toEqual({ 1: { half: 40, most: 60 } })
  })

  test.each([
    ['| 1 | an hour | 70 |', /'an hour' is no number of minutes/],
    ['| 1 | 0 | 70 |', /'0' is no number/],
    ['| 1 | 50 | 700 |', /'700' is no number/],
    ['| 1 | 70 | 50 |', /most of the group before half/],
    ['we had a nice day', /no lab has minutes/],
  ])('refuses %s', (text, message) => {
    expect(() => readClassTimes(text, about)).toThrow(UsageError)
    expect(() => readClassTimes(text, about)).toThrow(message)
  })
})

describe('measuredMinutes', () => {
  const file = (...most: (number | undefined)[]): ClassTimesFile => ({
    schema: 'class-times/1',
    classes: most.map((value, i) => ({
      id: String(i),
      date: '2026-11-24',
      people: '5',
      labs: { 1: value === undefined ? { half: 20 } : { most: value } },
    })),
  })

  test('nothing before three classes returned the lab', () => {
    expect(measuredMinutes(file(60, 70), 1)).toBeUndefined()
    expect(measuredMinutes(file(60, 70, undefined), 1)).toBeUndefined()
    expect(measuredMinutes(file(60, 70, 80), 2)).toBeUndefined()
  })

  test('the median, to the next five', () => {
    expect(measuredMinutes(file(90, 61, 20), 1)).toBe(65)
    expect(measuredMinutes(file(90, 61, 20, 70), 1)).toBe(70)
  })
})
