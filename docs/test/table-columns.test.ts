import { createMarkdownRenderer } from 'vitepress'
import { expect, test } from 'vitest'
import { nameColumns } from '../.vitepress/table-columns.ts'

const render = async (text: string) => {
  const md = await createMarkdownRenderer('.', {
    config: (it) => {
      it.core.ruler.push('columns', ({ tokens }) => nameColumns(tokens))
    },
  })
  return md.renderAsync(text)
}

test('a table says which of its columns are words and which are figures', async () => {
  const html = await render(
    [
      '| model | gas | share | why |',
      '| --- | --- | --- | --- |',
      '| 1 | 12,989 gas | **98.2 %** | it stands in the cache of the chain |',
      '| `mlp` | −3 | | |',
    ].join('\n'),
  )
  const classes = [...html.matchAll(/<(?:th|td)(?: class="(\w+)")?>/g)].map(([, name]) => name)
  const row = [undefined, 'number', 'number', 'words']
  expect(classes).toEqual([...row, ...row, ...row])
})

test('a column of both is neither, and a written alignment stays', async () => {
  const html = await render('| a | b | c |\n| --- | --- | :-: |\n| x | trees | 1 |\n| y | 7 | 2 |')
  expect(html).not.toMatch(/class="(number|words)"/)
  expect(html).toContain('text-align:center')
})
