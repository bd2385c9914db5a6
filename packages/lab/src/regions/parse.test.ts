import { describe, expect, test } from 'vitest'
import { parseMaster, RegionError, regionName } from './parse.ts'

const master = (...lines: string[]) => lines.join('\n')

function reasonOf(text: string): { reason: string; line: number } {
  try {
    parseMaster(text, 'a.rs')
  } catch (error) {
    if (error instanceof RegionError) return { reason: error.reason, line: error.line }
    throw error
  }
  throw new Error('it parsed')
}

describe('parseMaster', () => {
  test('splits answer and stub, and takes rustfmt-indented stub lines literally', () => {
    const parsed = parseMaster(
      master(
        'fn f() {',
        '    // #region task-5-2',
        '    1',
        '    // #endregion task-5-2',
        '    //|     // TODO(5.2): one',
        '    //|     todo!("5.2 one")',
        '}',
      ),
      'a.rs',
    )
    expect(parsed.tasks).toEqual(['5.2'])
    expect(parsed.parts[1]).toMatchObject({
      task: '5.2',
      line: 2,
      answer: ['    1'],
      stub: ['    // TODO(5.2): one', '    todo!("5.2 one")'],
    })
  })

  test('accepts CRLF', () => {
    const parsed = parseMaster('// #region task-1-1\r\na\r\n// #endregion task-1-1\r\n//| b\r\n', 'a.ts')
    expect(parsed.parts[0]).toMatchObject({ answer: ['a'], stub: ['b'] })
  })

  test('reads markers of TOML, both spellings, and of HTML', () => {
    expect(parseMaster('#region task-1-1\na = 1\n#endregion task-1-1\n#| a = 0', 'a.toml').tasks).toEqual([
      '1.1',
    ])
    expect(parseMaster('# region task-1-1\na = 1\n# endregion\n#| a = 0', 'a.toml').tasks).toEqual(['1.1'])
    expect(
      parseMaster('<!-- #region task-1-1 -->\na\n<!-- #endregion task-1-1 -->\n<!--| b -->', 'a.md').parts[0],
    ).toMatchObject({ stub: ['b'] })
  })

  test('prose and code about regions are no markers', () => {
    expect(parseMaster('let region = 1\nregion task-1-1\n// region of interest: task', 'a.ts').tasks).toEqual(
      [],
    )
  })

  test.each([
    ['nested', master('// #region task-1-1', '// #region task-1-2'), 2],
    ['nested', master('// #region keep-a', '// #region task-1-2'), 2],
    ['unclosed', master('a', '// #region task-1-1', 'b'), 2],
    ['unclosed', master('// #region keep-a', 'b'), 1],
    ['unopened', master('a', '// #endregion task-1-1'), 2],
    ['unopened', master('// #region task-1-1', 'a', '// #endregion task-1-2', '//| b'), 3],
    [
      'duplicate',
      master('// #region task-1-1', 'a', '// #endregion task-1-1', '//| b', '// #region task-1-1'),
      5,
    ],
    ['stub-less', master('// #region task-1-1', 'a', '// #endregion task-1-1', 'b'), 3],
    ['stray-stub', master('a', '//| b'), 2],
    ['bad-name', master('// #region 1.1'.replace('1.1', 'answer')), 1],
  ])('%s is an error with its line', (reason, text, line) => {
    expect(reasonOf(text)).toEqual({ reason, line })
  })

  test('a region is named without a dot', () => {
    expect(regionName('5.12')).toBe('task-5-12')
  })
})
