import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { rng } from '../rng.ts'
import { PORTRAIT_HIDDEN, PORTRAIT_MAX_BYTES, PortraitError, portrait } from './index.ts'

const random = rng(9)
const vectors = Array.from({ length: 120 }, (_, k) =>
  Array.from({ length: PORTRAIT_HIDDEN }, () =>
    k < 40 ? (random() < 0.5 ? -128 : 127) : Math.floor(random() * 256) - 128,
  ),
)
const { DOMParser } = new JSDOM('').window

/** Numbers of `attribute` in all elements. */
const numbers = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(` ${attribute}='([^']*)'`, 'g'))].map(([, text]) => Number(text))

describe('portrait', () => {
  test('well-formed XML without anything that runs or loads', () => {
    for (const vector of vectors) {
      const svg = portrait(vector)
      const parsed: unknown = new DOMParser().parseFromString(svg, 'image/svg+xml')
      const { documentElement } = parsed as XMLDocument
      expect(documentElement.nodeName).toBe('svg')
      const names = [...documentElement.querySelectorAll('*')].map((element) => element.nodeName)
      expect([...new Set(names)].sort()).toEqual(['circle', 'ellipse', 'g', 'path', 'rect'])
      expect(svg).not.toMatch(/href|style|on\w+=|url\(/)
    }
  })

  test('printable ASCII that JSON and a data URI take as it is', () => {
    for (const vector of vectors) {
      const svg = portrait(vector)
      expect(svg).toMatch(/^[ !$'-[\]-~]+$/)
      expect(JSON.stringify(svg)).toBe(`"${svg}"`)
      expect(svg.length).toBeLessThanOrEqual(PORTRAIT_MAX_BYTES)
    }
  })

  test('all of it lies on the paper', () => {
    for (const vector of vectors) {
      const svg = portrait(vector)
      for (const name of ['cx', 'cy', 'r', 'rx', 'ry'])
        expect(numbers(svg, name).filter((v) => !Number.isInteger(v) || v <= 0 || v >= 256)).toEqual([])
      const [, path] = / d='(M[^']*Z)'/.exec(svg)!
      const coordinates = path!.match(/-?\d+/g)!.map(Number)
      expect(coordinates.length).toBe(58)
      expect(coordinates.filter((v) => v < 0 || v >= 256)).toEqual([])
    }
  })

  test('each value changes the picture', () => {
    const calm = new Array<number>(PORTRAIT_HIDDEN).fill(0)
    for (let i = 0; i < PORTRAIT_HIDDEN; i++)
      expect(portrait(calm.with(i, 127)), `value ${i}`).not.toBe(portrait(calm.with(i, -128)))
  })

  test('one picture in full', () => {
    const { svg } = JSON.parse(
      readFileSync(new URL('../../test/golden/portrait.json', import.meta.url), 'utf8'),
    ) as { svg: string[] }
    expect(portrait(new Array(PORTRAIT_HIDDEN).fill(0))).toBe(svg[0])
    expect(svg[0]).toContain("<path d='M")
  })

  test.each([
    [[], 'the vector has 0 values, not 16'],
    [new Array(15).fill(0), 'the vector has 15 values, not 16'],
    [new Array(16).fill(128), 'value 0 is 128, not an integer from -128 to 127'],
    [new Array(16).fill(0).with(3, 0.5), 'value 3 is 0.5, not an integer from -128 to 127'],
    [new Array(16).fill(0).with(15, Number.NaN), 'value 15 is NaN, not an integer from -128 to 127'],
  ])('refuses %j', (vector, words) => {
    expect(() => portrait(vector)).toThrow(PortraitError)
    expect(() => portrait(vector)).toThrow(words)
  })
})
