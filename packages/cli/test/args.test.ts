import { describe, expect, test } from 'vitest'
import { parseArgs } from '../src/args.ts'
import { COMMANDS } from '../src/command-table.ts'
import { workbench } from './run.ts'

const fails = (line: string, env: NodeJS.ProcessEnv = {}) => {
  try {
    parseArgs(line.split(' '), env)
  } catch (error) {
    const { name, message, remedy } = error as Error & { remedy: string }
    return `${name}: ${message} | ${remedy}`
  }
  return 'accepted'
}

describe('the command line', () => {
  test('words, values, flags and negative numbers', () => {
    const { command, words, options, numbers, flags } = parseArgs(
      'predict 0xab -1.5 2 -.5 --model m.json --row=3 --json'.split(' '),
    )
    expect({ command, words }).toEqual({ command: 'predict', words: ['0xab', '-1.5', '2', '-.5'] })
    expect(options.model).toBe('m.json')
    expect(numbers.row).toBe(3)
    expect([...flags]).toEqual(['json'])
  })

  test.each([
    ['trian x.csv', /no command 'trian'; did you mean 'train'.*commands: train, quantize/],
    ['train', /needs CSV.*inkling train/s],
    ['train a.csv b.csv', /unexpected word 'b.csv'/],
    ['train a.csv --labl x', /no flag --labl \| flags: --kind --label/],
    ['train a.csv --label', /argument missing/],
    ['train a.csv --kind cnn', /--kind is one of tree, forest, gbdt, linear, mlp, not 'cnn'/],
    ['train a.csv --depth 0', /whole number from 1 to 12, not '0'/],
    ['train a.csv --seed 1.5', /whole number from 0/],
    ['train a.csv --json=yes', /does not take an argument/],
    ['inspect a.wasm -x', /no flag -x/],
  ])('%s is refused with what to type', (line, words) => {
    expect(fails(line)).toMatch(words)
  })

  test('flags that npm took: on and off ones are found, values are told', () => {
    const env = { npm_lifecycle_event: 'inkling', npm_config_json: 'true' }
    expect(parseArgs(['inspect', 'a.wasm'], env).flags.has('json')).toBe(true)
    expect(fails('train a.csv', { npm_lifecycle_event: 'inkling', npm_config_label: 'true' })).toMatch(
      /npm took --label.*npm run inkling -- train/s,
    )
  })
})

describe('help', () => {
  const bench = workbench()

  test.each(Object.keys(COMMANDS))('%s --help names each of its flags', async (name) => {
    const { code, out } = await bench.inkling(`${name} --help`)
    expect(code).toBe(0)
    for (const flag of [...Object.keys(COMMANDS[name]!.options), 'json']) expect(out).toContain(`--${flag}`)
  })

  test('as JSON', async () => {
    const help = (await bench.inkling('help --json')).json()
    expect(Object.keys(help.commands as object)).toEqual(Object.keys(COMMANDS))
  })
})
