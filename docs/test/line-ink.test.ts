import { createMarkdownRenderer } from 'vitepress'
import { expect, test } from 'vitest'
import { findLines, regionLines } from '../../scripts/docs/line-ink/region.ts'
import { type InkBlock, inkByCode, lineInk } from '../.vitepress/line-ink.ts'

const block: InkBlock = {
  call: '`dense` on a board',
  total: 5_000,
  lines: [
    ['let mut sums = *bias;', 1_234],
    ['for sum in &mut sums {', 0],
    ['*sum += 1;', 0],
    ['}', 56],
  ],
}
const code = 'let mut sums = *bias;\nfor sum in &mut sums {\n    *sum += 1;\n}'
const render = async (text: string) => {
  const md = await createMarkdownRenderer('.', { codeTransformers: [lineInk(inkByCode([block]))] })
  return md.renderAsync(text)
}

test('a block that was measured has its ink as text before each line, and the call below', async () => {
  const html = await render(`\`\`\`rs\n${code}\n\`\`\``)
  expect([...html.matchAll(/class="line-ink vp-copy-ignore"[^>]*>([\d,]*)/g)].map(([, ink]) => ink)).toEqual([
    '1,234',
    '',
    '',
    '56',
  ])
  expect(html.match(/> ink: </g)).toHaveLength(2)
  expect(html).toContain('<span class="call">dense</span> on a board; 1,290 here, of 5,000')
})

test('other code, the same code changed by a letter, and other languages have none', async () => {
  for (const other of [
    `\`\`\`rs\n${code.replace('+= 1', '+= 2')}\n\`\`\``,
    `\`\`\`ts\n${code}\n\`\`\``,
    '```rs\nlet x = 1;\n```',
  ])
    expect(await render(other)).not.toMatch(/line-ink|ink-note/)
})

test('a block in which nothing took ink is not annotated', () => {
  expect(inkByCode([{ ...block, lines: [['let word = 0;', 0]] }]).size).toBe(0)
})

test('a region is found in a file that has no marks, at another indentation', () => {
  const region = regionLines(
    'a\n    // #region one\n    let b = 1;\n    c(b)\n    // #endregion one\n',
    'one',
  )
  expect(region).toEqual(['let b = 1;', 'c(b)'])
  expect(findLines('fn f() {\n  c(b)\n  let b = 1;\n  c(b)\n}', region)).toBe(3)
  expect(() => findLines('c(b)', region)).toThrow("'let b = 1;'")
  expect(() => regionLines('', 'two')).toThrow("no region 'two'")
})
