import { expect, test } from 'vitest'
import { eachCase } from './each-case.ts'

async function seen(onlyCase?: number): Promise<string[]> {
  const list: string[] = []
  await eachCase({ onlyCase }, ['a', 'b', 'c'], async (item, at) => {
    list.push(`${item} ${at.case} of ${at.cases}`)
  })
  return list
}

test('every case in order, each with its number', async () => {
  expect(await seen()).toEqual(['a 0 of 3', 'b 1 of 3', 'c 2 of 3'])
})

test('--case K runs that case alone; the first one is number 0, and there may be none of that number', async () => {
  expect(await seen(0)).toEqual(['a 0 of 3'])
  expect(await seen(2)).toEqual(['c 2 of 3'])
  expect(await seen(3)).toEqual([])
})

test('a failure ends it', async () => {
  const list: number[] = []
  const run = eachCase({}, [1, 2, 3], (item) => {
    list.push(item)
    if (item === 2) throw new Error('two')
  })
  await expect(run).rejects.toThrow('two')
  expect(list).toEqual([1, 2])
})
