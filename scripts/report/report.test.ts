import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { root } from '../bootstrap/paths.mjs'
import { differences } from '../docs/outputs.ts'
import { inferenceBench, kernelBench } from './bench-data.ts'
import { costTable, derive, reportFigures } from './derive.ts'
import { exhibitHtml } from './exhibits/exhibit.ts'
import { exhibitNames, fillExhibits } from './exhibits/index.ts'
import { reportOutputs } from './outputs.ts'

const folder = join(root, 'docs/report')
const pages = readdirSync(folder).filter((file) => file.endsWith('.md'))

test('docs/data/report.json is what the bench JSON says now (npm run report)', () => {
  expect(differences(reportOutputs())).toEqual([])
})

test('figures follow the bench: another measurement, another figure', () => {
  const bench = structuredClone(inferenceBench())
  const name = reportFigures().models.digits.name
  bench.models.find((model) => model.name === name)!.kernelGas += 1_000
  const changed = derive(bench, kernelBench(), costTable())
  expect(changed.models.digits.kernelGas).toBe(reportFigures().models.digits.kernelGas + 1_000)
  bench.models = bench.models.filter((model) => model.name !== name)
  expect(() => derive(bench, kernelBench(), costTable())).toThrow(name)
})

test('what the report says of names, pictures and the largest net is within what was asked', () => {
  const { mind, most } = JSON.parse(reportOutputs().at(-1)!.text).figures
  expect(mind.name.gasHighest).toBeLessThanOrEqual(600)
  expect(mind.portrait.gasHighest).toBeLessThanOrEqual(5_000)
  expect(most.steps.parameters).toBeGreaterThanOrEqual(1_000_000)
  expect(most.steps.steps.at(-1)).toMatchObject({ steps: 10 })
  expect(most.steps.steps.at(-1).txGas).toBeLessThan(most.steps.most.limit)
})

/** Where a word begins: its own shift and those of the groups around it. */
function placeOf(word: Element): [x: number, y: number] {
  let [x, y] = [0, 0]
  for (let at: Element | null = word; at; at = at.parentElement) {
    const shift = at.getAttribute('transform')?.match(/translate\((-?[\d.]+)(?:[, ]\s*(-?[\d.]+))?\)/)
    x += Number(shift?.[1] ?? 0)
    y += Number(shift?.[2] ?? 0)
  }
  return [x, y]
}

describe.each(exhibitNames)('exhibit %s', (name) => {
  const html = fillExhibits(`<!-- exhibit:${name} -->`, 'page.md')

  test('has a table with a heading for every column, and no blank line', () => {
    expect(html).not.toMatch(/\n\s*\n|\bNaN\b|undefined|\{\{|<style/)
    const columns = html.match(/<th scope="col"/g)!.length
    const rows = html.match(/<tr><th scope="row".*?<\/tr>/g)!
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) expect(row.match(/<t[hd][ >]/g)).toHaveLength(columns)
  })

  test('says in words what its picture shows', () => {
    expect(html).not.toMatch(/<g[^>]*aria-label/)
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) {
      expect(svg).toContain('role="img"')
      expect(svg).toMatch(/aria-label="[^"]{20,}"/)
    }
  })

  test('writes no word outside of its picture', () => {
    // Only the part of jsdom that this project names elsewhere has types here.
    const { document } = new JSDOM(html).window as unknown as { document: Document }
    for (const svg of document.querySelectorAll('svg')) {
      const [, , width, height] = svg.getAttribute('viewBox')!.split(/[ ,]/).map(Number)
      const words = [...svg.querySelectorAll('text')]
      expect(words.length).toBeGreaterThan(3)
      for (const word of words) {
        const [x, y] = placeOf(word)
        expect(x, word.outerHTML).toBeGreaterThanOrEqual(0)
        expect(x, word.outerHTML).toBeLessThanOrEqual(width!)
        expect(y, word.outerHTML).toBeGreaterThanOrEqual(0)
        expect(y, word.outerHTML).toBeLessThanOrEqual(height!)
      }
    }
  })
})

test('a name that nobody draws fails the build', () => {
  expect(() => fillExhibits('<!-- exhibit:nothing -->', 'page.md')).toThrow(
    "page.md: there is no exhibit 'nothing'",
  )
})

test('cells are text, not markup', () => {
  const html = exhibitHtml({ title: 'a & b', head: ['x', 'y'], rows: [['<b>', '{{ 1 }}']] })
  expect(html).toContain('a &amp; b')
  expect(html).toContain('&lt;b&gt;')
  expect(html).not.toContain('{{')
})

/** Names that have a number in them, and measure nothing. */
const NAMES = /\b(8-bit|4-bit|256-bit|16 bits|labs? [0-9]|lesson [0-9])\b/g

test.each(pages)('%s types no figure by hand', (page) => {
  const prose = readFileSync(join(folder, page), 'utf8')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\{\{[^}]*\}\}/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/`[^`]*`/g, '')
    .replace(/^\d\. /gm, '')
    .replace(NAMES, '')
  expect([...prose.matchAll(/.{0,30}\d.{0,20}/g)].map(([found]) => found)).toEqual([])
})
