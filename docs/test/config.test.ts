import { describe, expect, test } from 'vitest'
import { fillFigures, loadFigures } from '../.vitepress/figures.ts'
import { readingTime } from '../.vitepress/reading-time.ts'
import { siteAddress } from '../.vitepress/site-address.ts'

const figures = { lab: { gas: 12_989, share: 0.9256, name: 'tree', lines: ['a', 'b'] }, list: [{ n: 7 }] }
const fill = (text: string) => fillFigures(text, figures, 'page.md')

describe('fillFigures', () => {
  test('writes integers, shares, text, lines and list items', () => {
    expect(fill('{{ lab.gas }} gas, {{lab.share | percent}}, {{ lab.share | percent0 }}')).toBe(
      '12,989 gas, 92.6\u00a0%, 93\u00a0%',
    )
    expect(fill('{{ lab.name }} {{ list.0.n }} {{ lab.share | decimal }} {{ lab.gas | plain }}')).toBe(
      'tree 7 0.93 12989',
    )
    expect(fill('{{ lab.lines }}')).toBe('a\nb')
  })

  test('refuses what nobody measured, and a share without a format', () => {
    expect(() => fill('{{ lab.fee }}')).toThrow('page.md: {{ lab.fee }} is no figure in docs/data')
    expect(() => fill('{{ nowhere.at.all }}')).toThrow('is no figure')
    expect(() => fill('{{ lab.share }}')).toThrow('is not an integer: add | percent')
    expect(() => fill('{{ lab.gas | euro }}')).toThrow('has no such format; known: integer, percent')
  })

  test('finds the figures of this clone by lab, depth and contract', () => {
    expect(fillFigures('{{ data.depth.6.leaves }}', loadFigures(), 'x')).toMatch(/^\d+$/)
    expect(fillFigures('{{ labs.1.title }}', loadFigures(), 'x')).toBe('A decision tree')
    expect(fillFigures('{{ bench.solidity.codeBytes }}', loadFigures(), 'x')).toMatch(/^\d,\d{3}$/)
  })
})

describe('readingTime', () => {
  test('counts prose, and neither code nor fold-outs', () => {
    const words = Array(260).fill('word').join(' ')
    expect(readingTime(words)).toBe(2)
    expect(
      readingTime(
        `---\ntitle: many words here\n---\n\n${words}\n\n\`\`\`\n${words}\n\`\`\`\n\n::: details x\n${words}\n:::\n`,
      ),
    ).toBe(2)
    expect(readingTime('')).toBe(1)
  })
})

describe('siteAddress', () => {
  test('takes the base from the address', () => {
    expect(siteAddress(undefined)).toEqual({ base: '/' })
    expect(siteAddress('')).toEqual({ base: '/' })
    expect(siteAddress('https://example.org')).toEqual({ base: '/', url: 'https://example.org/' })
    expect(siteAddress('https://example.org/a/b')).toEqual({ base: '/a/b/', url: 'https://example.org/a/b/' })
  })

  test('refuses what is no address', () => {
    expect(() => siteAddress('/inkling/')).toThrow('DOCS_URL is not an http(s) address: /inkling/')
    expect(() => siteAddress('ftp://example.org')).toThrow('It looks like https://')
  })
})
