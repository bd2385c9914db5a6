import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readingTime } from '../.vitepress/reading-time.ts'
import { exampleNumbers } from './example-numbers.ts'

/** Rules of the pages' sources, which no browser sees. */
const docs = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(docs, file), 'utf8')
const pagesOf = (folder: string) =>
  readdirSync(join(docs, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`)

const lessons = pagesOf('lessons').filter((file) => /\/\d/.test(file))
const ours = [
  ...lessons,
  'index.md',
  'guides/start.md',
  'guides/classroom.md',
  'guides/workshop.md',
  'guides/facilitate-00.md',
  'guides/facilitate-01.md',
  'guides/facilitate-02.md',
  'guides/facilitate-03.md',
  'guides/facilitate-04.md',
  'guides/facilitate-05.md',
  'guides/codespaces.md',
  'guides/choosing-a-model.md',
  'guides/sklearn-to-contract.md',
  'guides/quantization.md',
  'guides/ink-profile.md',
  'guides/deploying.md',
  'guides/calling-from-solidity.md',
  'guides/solidity-meets-stylus.md',
  'guides/audit.md',
  'reference/security.md',
  'report/index.md',
  'terminal.md',
  'teach/index.md',
  'guides/index.md',
  'reference/index.md',
  'reference/cost-calculator.md',
  'reference/ink.md',
  'reference/grader-schema.md',
  'reference/glossary.md',
  'reference/commands.md',
  'reference/model-file.md',
]
const components = readdirSync(join(docs, '.vitepress/theme/components')).map(
  (file) => `.vitepress/theme/components/${file}`,
)

/** A page's sentences: no frontmatter, code, script, imports, or tags. */
function prose(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, '')
    .replace(/^<script[\s\S]*?^<\/script>/gm, '')
    .replace(/<!-- generated:[\s\S]*?<!-- \/generated -->/g, '')
    .replace(/^<<<.*$/gm, '')
    .replace(/`[^`\n]*`/g, '')
}

describe.each(lessons)('%s', (file) => {
  const text = read(file)

  test('keeps the page contract', () => {
    expect(text).toMatch(/^lab: \d+$/m)
    expect(text).toMatch(/^needs: \[.+\]$/m)
    expect(text).toMatch(/^able:\n( {2}- .+\n){2,}/m)
    for (const part of [
      '<LessonHead />',
      '<LabCard :lab=',
      '::: details After the lab|## After the lab',
      '## Three questions',
      '::: details For the facilitator',
      '## Before you trust it',
      '<Conditions>',
    ])
      expect(text).toMatch(new RegExp(part.replaceAll(/[<>/]/g, '\\$&')))
    expect(text.match(/<Predict$/gm)?.length).toBeGreaterThanOrEqual(1)
    const questions = text.slice(
      text.indexOf('## Three questions'),
      text.indexOf('::: details For the facilitator'),
    )
    expect(questions.match(/^::: details /gm)).toHaveLength(3)
  })

  test('reads in 18 minutes at most', () => {
    expect(readingTime(text)).toBeLessThanOrEqual(18)
  })

  test('has no code block of five lines or more that is not imported or generated', () => {
    const blocks = [...text.matchAll(/^( *)(`{3,})[^\n]*\n([\s\S]*?)^\1\2$/gm)].map(([, , , body]) =>
      body!.trimEnd(),
    )
    expect(
      blocks.filter((body) => body.split('\n').length >= 5 && !/^\{\{ [\w.]+ \}\}$/.test(body.trim())),
    ).toEqual([])
  })

  test('types no measured figure by hand', () => {
    // Answers to choose from in a prediction are no measurements, and neither are the numbers of an example.
    const lab = Number(/\/(\d+)-/.exec(file)![1])
    const sentences = prose(text)
      .replace(/:options="[^"]*"/g, '')
      .replace(/\{\{[^}]*\}\}/g, '')
      .replace(/\]\([^)]*\)/g, ']')
      .replace(/\*\*\d\.\d [^*]*\*\*|task\S* \*?\*?\d\.\d/gi, '')
      // Ids of the lesson's own tasks.
      .replace(new RegExp(`\\b${lab}\\.[1-6]\\b`, 'g'), '')
    const typed = [...sentences.matchAll(/\b\d[\d,.]*\d\b(?:[\s\u00a0]?%)?/g)].map(([figure]) => figure)
    const allowed = new Set(exampleNumbers(file))
    expect(typed.filter((figure) => !allowed.has(figure))).toEqual([])
  })

  test('links each glossary word where it comes up first', () => {
    const known = [...read('reference/glossary.md').matchAll(/^## (.+)$/gm)].map(([, term]) => term!)
    const sentences = prose(text)
      .replace(/^#.*$/gm, '')
      .replace(/:?\w+="[^"]*"/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/\{\{[^}]*\}\}/g, '')
    const unlinked = known.filter((term) => {
      const first = new RegExp(`\\b${term.replace('/', '\\/')}s?\\b`, 'i').exec(sentences)
      if (!first) return false
      const before = sentences.slice(0, first.index)
      const anchor = term.toLowerCase().replaceAll(/[^a-z]+/g, '-')
      if (before.includes(`glossary.md#${anchor})`)) return false
      // Inside [text](target): an open bracket, or parenthesis of a link, that is not closed yet.
      return !/\[[^\]]*$/.test(before) && !/\]\([^)]*$/.test(before)
    })
    expect(unlinked).toEqual([])
  })
})

test.each([...ours, ...components])('%s speaks as we do', (file) => {
  const found = read(file).match(
    /\b(simply|just|obviously|of course|easy|easily|trivial(ly)?|colour|behaviour|licence|favour\w*|grey)\b/gi,
  )
  expect(found ?? []).toEqual([])
})
