import { expect, test } from 'vitest'
import { DatasetError } from './errors.ts'
import { packU8, unpackU8 } from './pack.ts'
import { parseCsv } from './parse-csv.ts'
import { quantizeRow } from './quantize-row.ts'

test('label last, both kinds of line ends', () => {
  expect(parseCsv('a,b,y\r\n0,0.5,1\r\n1,.25,0\r\n')).toEqual({
    features: ['a', 'b'],
    x: [
      [0, 0.5],
      [1, 0.25],
    ],
    y: [1, 0],
  })
})

test('names the line that is wrong', () => {
  expect(() => parseCsv('a,y\n0,1\n0\n')).toThrow('line 3')
  expect(() => parseCsv('a,y\n0,x\n')).toThrow(DatasetError)
  expect(() => parseCsv('a,y\n,1\n')).toThrow('line 2')
})

test('a row of data as the integers of a call', () => {
  const row = quantizeRow([0, 0.5, 1], { num: 2, den: 1 })
  expect(row).toEqual([0, 1, 2])
  expect(packU8(row)).toBe('0x000102')
  expect(unpackU8('0x0001ff')).toEqual([0, 1, 255])
  expect(unpackU8('0x')).toEqual([])
  expect(() => quantizeRow([0.3], { num: 2, den: 1 })).toThrow(DatasetError)
  expect(() => packU8([256])).toThrow('value 0 is 256')
})
