import { describe, expect, test } from 'vitest'
import { parseArgs } from './args.ts'
import { UsageError } from './errors.ts'

function usage(argv: string[], env: NodeJS.ProcessEnv = {}): { message: string; remedy?: string } {
  try {
    parseArgs(argv, env)
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, remedy: error.remedy }
    throw error
  }
  throw new Error('it was accepted')
}

describe('parseArgs', () => {
  test('words and flags in any order', () => {
    const { command, words, flags } = parseArgs([
      'check',
      '--json',
      '3.2',
      '--seed',
      '9',
      '--case=4',
      '--engine',
      'rpc',
      '--no-wait',
    ])
    expect({ command, words }).toEqual({ command: 'check', words: ['3.2'] })
    expect(flags).toMatchObject({
      json: true,
      seed: 9,
      case: 4,
      engine: 'rpc',
      noWait: true,
      solution: false,
    })
  })

  test('what follows a script is the script’s own, flags and help included', () => {
    const { command, words, flags } = parseArgs([
      'run',
      'labs/x/deploy.ts',
      '--max-fee',
      '0.1',
      '--json',
      '-h',
      'run',
    ])
    expect(command).toBe('run')
    expect(words).toEqual(['labs/x/deploy.ts', '--max-fee', '0.1', '--json', '-h', 'run'])
    expect(flags).toMatchObject({ json: false, help: false })
    expect(usage(['run', '--quick', 'labs/x/train.ts']).message).toBe('lab run has no flag --quick')
    expect(parseArgs(['run', '--help']).command).toBe('help')
  })

  test('no command goes on where you were', () => {
    expect(parseArgs([]).command).toBe('resume')
    expect(parseArgs(['check', '--help'])).toMatchObject({ command: 'help', words: ['check'] })
  })

  test('check --watch is watch, also when npm took the flag', () => {
    expect(parseArgs(['check', '3', '--watch'])).toMatchObject({ command: 'watch', words: ['3'] })
    const env = { npm_lifecycle_event: 'lab:check', npm_config_watch: 'true' }
    expect(parseArgs(['check', '3'], env)).toMatchObject({ command: 'watch', words: ['3'] })
    expect(usage(['check', '3', '--watch', '--solution'])).toEqual({
      message: '--watch does not go with --solution',
      remedy: 'npm run lab -- watch 3',
    })
  })

  test('what --vs may say depends on the command', () => {
    expect(parseArgs(['golf', '1', '--vs', 'best']).flags.vs).toBe('best')
    expect(usage(['golf', '1', '--vs', 'starter'])).toEqual({
      message: "--vs is 'ref' or 'best', not 'starter'",
      remedy: 'npm run lab -- golf 1 --vs ref',
    })
    expect(usage(['check', '1', '--vs', 'ref']).message).toBe('lab check has no flag --vs')
  })

  test('flags that npm swallowed', () => {
    const env = { npm_lifecycle_event: 'lab:check', npm_config_json: 'true', npm_config_plain: 'true' }
    expect(parseArgs(['check', '3'], env).flags).toMatchObject({ json: true, plain: true })
    expect(parseArgs(['check', '3'], { npm_config_json: 'true' }).flags.json).toBe(false)
    expect(
      usage(['check', '3.1', '4'], { npm_lifecycle_event: 'lab:check', npm_config_case: 'true' }),
    ).toEqual({
      message: 'npm took --case for itself',
      remedy: 'npm run lab -- check 3.1 --case 4',
    })
  })

  test('LAB_FORMAT', () => {
    expect(parseArgs(['list'], { LAB_FORMAT: 'json' }).flags.json).toBe(true)
    expect(usage(['list'], { LAB_FORMAT: 'xml' }).message).toBe("LAB_FORMAT is 'json' or 'plain', not 'xml'")
  })

  test.each([
    [['check', '3', 'json'], "unexpected word 'json'", 'npm run lab -- check 3 --json'],
    [['check', 'solution'], "unexpected word 'solution'", 'npm run lab -- check --solution'],
    [['check', '1', '2'], "unexpected word '2'", 'npm run lab -- check 1'],
    [['chekc', '1'], "there is no command 'chekc'", 'npm run lab -- check 1'],
    [['3.1'], "'3.1' is not a command", 'npm run lab -- check 3.1'],
    [['check', '1', '--jsn'], 'lab check has no flag --jsn', 'npm run lab -- check 1 --json'],
    [['list', '--seed', '3'], 'lab list has no flag --seed', 'usage: npm run lab -- list'],
    [
      ['check', '1', '--case', 'x'],
      "--case needs a number, not 'x'",
      'for example: npm run lab -- check 1 --case 7',
    ],
    [['check', '1', '--seed'], '--seed needs a number', 'for example: npm run lab -- check 1 --seed 7'],
    [
      ['check', '--engine', 'geth'],
      "--engine is 'embedded' or 'rpc', not 'geth'",
      'npm run lab -- check --engine embedded',
    ],
    [['check', '--json=yes'], '--json takes no value', 'npm run lab -- check --json'],
    [
      ['check', '1', '--variant', '../x'],
      '--variant needs a name',
      'npm run lab -- check 1 --variant starter',
    ],
  ])('%j is told with the corrected command', (argv, message, remedy) => {
    expect(usage(argv)).toEqual({ message, remedy })
  })
})
