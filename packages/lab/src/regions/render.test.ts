import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locateTask, restoreStub } from './locate.ts'
import { parseMaster } from './parse.ts'
import { renderSolution, renderStarter, renderVariant } from './render.ts'

const TEXT = `use std;
// an author's note, lab:drop
fn one() {
    // #region task-1-1
    answer_one(); // lab:drop
    answer_more();
    // #endregion task-1-1
    //|     todo!("1.1 one")
}
// #region keep-two
fn two() {
    // #endregion keep-two
    // #region task-1-2
    answer_two();
    // #endregion task-1-2
    //|     // TODO(1.2)
    //|     todo!("1.2 two")
}
`
const master = parseMaster(TEXT, 'a.rs')

test('the starter shows no trace of the answer, and keeps keep-regions', () => {
  expect(renderStarter(master)).toBe(`use std;
fn one() {
    todo!("1.1 one")
}
// #region keep-two
fn two() {
    // #endregion keep-two
    // TODO(1.2)
    todo!("1.2 two")
}
`)
})

test('the solution has no markers of tasks and no author-only lines', () => {
  expect(renderSolution(master)).not.toMatch(/task-|lab:drop|todo!/)
  expect(renderSolution(master)).toContain('    answer_more();')
})

test('without one task only that one is a stub', () => {
  const text = renderVariant(master, new Set(['1.2']))
  expect(text).toContain('answer_more')
  expect(text).toContain('todo!("1.2 two")')
  expect(text).not.toContain('answer_two')
})

test('CRLF masters give LF starters, the same ones', () => {
  expect(renderStarter(parseMaster(TEXT.replaceAll('\n', '\r\n'), 'a.rs'))).toBe(renderStarter(master))
})

test('a task is found in a file that moved and was filled in', () => {
  const learner = `// mine\n// mine too\n${renderStarter(master).replace('    todo!("1.1 one")', '    a();\n    b();\n    c();')}`
  expect(locateTask(master, '1.1', learner)).toEqual({ start: 5, end: 8 })
  expect(restoreStub(master, '1.1', learner)).toBe(`// mine\n// mine too\n${renderStarter(master)}`)
  expect(
    locateTask(master, '1.1', learner.replace('fn one() {', 'fn uno() {').replace('use std;', '')),
  ).toBeUndefined()
})

test('for any answer lines: stub and answer never appear together', () => {
  const line = fc.string().filter((text) => !/[\r\n]|#?(end)?region|\|/.test(text))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (answer) => {
      const text = [
        'head',
        '// #region task-2-1',
        ...answer,
        '// #endregion task-2-1',
        '//| STUB',
        'tail',
      ].join('\n')
      const parsed = parseMaster(text, 'a.ts')
      expect(renderStarter(parsed)).toBe('head\nSTUB\ntail')
      expect(renderSolution(parsed)).toBe(
        ['head', ...answer.filter((l) => !/\blab:drop\b/.test(l)), 'tail'].join('\n'),
      )
    }),
  )
})
