import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../../../test/world.ts'
import { brokenImports, labCode, pastedBlocks, readPages } from './pages.ts'

function page(text: string) {
  const ws = makeWorld()
  mkdirSync(join(ws.root, 'docs', 'lessons'), { recursive: true })
  writeFileSync(join(ws.root, 'docs', 'lessons', '07-fixture.md'), text)
  return { ws, pages: readPages(ws) }
}

test('imports that resolve, from the docs folder and from the page', () => {
  const { ws, pages } = page(
    '<<< @/../solutions/07-fixture/answers.ts#task-7-1\n\n<<< ../../labs/07-fixture/answers.ts#keep-types{2}\n',
  )
  expect(pages.map(({ file }) => file)).toContain('docs/lessons/07-fixture.md')
  expect(brokenImports(ws, pages)).toEqual([])
})

test('a file that is gone and a region that is gone are named with the line', () => {
  const { ws, pages } = page(
    'text\n<<< @/../labs/gone.ts\n<<< @/../solutions/07-fixture/answers.ts#task-7\n<<< @/../labs/07-fixture/answers.ts#task-7-1\n',
  )
  expect(brokenImports(ws, pages)).toEqual([
    'docs/lessons/07-fixture.md:2 imports @/../labs/gone.ts, which does not exist',
    'docs/lessons/07-fixture.md:3 imports region task-7, which @/../solutions/07-fixture/answers.ts does not have',
    'docs/lessons/07-fixture.md:4 imports region task-7-1, which @/../labs/07-fixture/answers.ts does not have',
  ])
})

test('five lines of a lab in a page are a copy, four are not', () => {
  const lines = ["title: 'Fixture',", "question: 'Does the grader grade?',", 'minutes: 1,']
  const more = [
    "lesson: 'docs/lessons/07-fixture.md',",
    "learned: 'a fixture is a small lab that tests the grader.',",
  ]
  const { ws, pages } = page(
    `\`\`\`ts\n${[...lines, ...more].map((line) => `    ${line}`).join('\n')}\n\`\`\`\n`,
  )
  expect(pastedBlocks(pages, labCode(ws))).toEqual([
    'docs/lessons/07-fixture.md:1 carries a copy of labs/07-fixture/lab.ts: import it with <<<',
  ])
  const four = page(`\`\`\`ts\n${[...lines, more[0]].join('\n')}\n\`\`\`\n`)
  expect(pastedBlocks(four.pages, labCode(four.ws))).toEqual([])
})
