import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, inWords, makeSchedule, type PlannedLab, parseTarget } from './schedule.ts'

const lab = (number: number, minutes: number, tasks = 5): PlannedLab => ({
  number,
  title: `L${number}`,
  minutes,
  reading: 15,
  tasks: Array.from({ length: tasks }, (_, i) => ({ id: `${number}.${i + 1}`, title: 't', points: 20 })),
})

test.each([
  ['90m', 90],
  ['90', 90],
  ['3h', 180],
  ['1h30', 90],
  ['3.5h', 210],
  ['2d', 720],
  ['soon', undefined],
  ['', undefined],
  ['5m', undefined],
  ['99d', undefined],
])('%s is %s minutes', (text, minutes) => expect(parseTarget(text)).toBe(minutes))

test('90 minutes: set up, both lessons and labs as far as they fit, a break, time to talk', () => {
  const plan = makeSchedule([lab(0, 5, 1), lab(1, 45)], 90)
  expect(plan.slots.map((slot) => `${slot.at} ${slot.kind} ${slot.minutes}`)).toEqual([
    '0 set-up 10',
    '10 reading 15',
    '25 lab 5',
    '30 reading 15',
    '45 lab 9',
    '54 lab 9',
    '63 lab 9',
    '72 talk 10',
    '82 free 8',
  ])
  expect(plan.left).toEqual(['1.4 t', '1.5 t'])
})

test('two days with little to do say that they are empty', () => {
  const plan = makeSchedule([lab(0, 5, 1)], 2 * DAY)
  expect(plan.left).toEqual([])
  expect(plan.slots.at(-1)).toMatchObject({ day: 2, minutes: DAY, kind: 'free' })
})

test('any labs and any time: slots follow each other, fill each day, and lose nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 30, max: 10 * DAY }),
      (minutes, target) => {
        const labs = minutes.map((m, i) => lab(i, m))
        const { slots, left, free } = makeSchedule(labs, target)
        for (let day = 1; day <= Math.ceil(target / DAY); day++) {
          const own = slots.filter((slot) => slot.day === day)
          let at = 0
          for (const slot of own) {
            expect(slot.at).toBe(at)
            at += slot.minutes
          }
          expect(at).toBeLessThanOrEqual(Math.min(DAY, target - (day - 1) * DAY))
        }
        const planned = slots.filter((slot) => slot.kind === 'lab' || slot.kind === 'reading')
        const wanted = labs.reduce((sum, one) => sum + 1 + (one.minutes <= 30 ? 1 : 5), 0)
        expect(planned.length + left.length).toBe(wanted)
        expect(free).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

test('targets in words', () => {
  expect([90, 180, 210, DAY, 2 * DAY].map(inWords)).toEqual([
    '90 minutes',
    '3 hours',
    '3 h 30',
    '1 day',
    '2 days',
  ])
})
