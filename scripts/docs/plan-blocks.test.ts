import { expect, test } from 'vitest'
import { planBlocks } from './plan-blocks.ts'

const labs = [
  { number: 0, title: 'First', minutes: 5, reading: 6, tasks: [{ id: '0.1', title: 'ask', points: 0 }] },
  {
    number: 1,
    title: 'Second',
    minutes: 100,
    reading: 15,
    tasks: [
      { id: '1.1', title: 'begin', points: 20 },
      { id: '1.2', title: 'end', points: 80 },
    ],
  },
]

test('three plans; what does not fit is named, what is free too', () => {
  const blocks = planBlocks(labs)
  expect(Object.keys(blocks)).toEqual(['plan-90-minutes', 'plan-half-day', 'plan-three-days'])
  expect(blocks['plan-90-minutes']!()).toContain('| 0:36 | 20 | 1.1 begin |')
  expect(blocks['plan-90-minutes']!()).toContain('For afterwards: 1.2 end.')
  expect(blocks['plan-three-days']!()).toMatch(/\| day 2, 0:00 \| 360 \| free: no lab/)
})

test('whole labs that are left are not listed task by task', () => {
  const more = [2, 3].map((number) => ({ ...labs[1]!, number, title: `lab ${number}` }))
  const text = planBlocks([...labs, ...more])['plan-90-minutes']!()
  expect(text).toContain('For afterwards: 1.2 end; lessons and labs 2 to 3.')
})
