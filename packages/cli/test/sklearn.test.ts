import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { workbench } from './run.ts'

const bench = workbench()
afterAll(bench.remove)

interface Golden {
  export: { features: string[]; classes: string[] }
  scale: number
  input: number[][]
  label: number[]
}

/** What scikit-learn answered, recorded by `scripts/oracle/sklearn_golden.py`. */
const golden = (name: string): Golden =>
  JSON.parse(readFileSync(new URL(`../../model/test/golden/sklearn/${name}.json`, import.meta.url), 'utf8'))

test.each(['tree', 'forest'])('a %s that scikit-learn exported, with rows of its data', async (name) => {
  const { export: exported, input, scale, label } = golden(name)
  bench.put('export.json', JSON.stringify(exported))
  const rows = input.map((row, i) =>
    [...row.map((value) => value / scale), exported.classes[label[i]!]].join(','),
  )
  bench.put('rows.csv', `${[...exported.features, 'truth'].join(',')}\n${rows.join('\n')}\n`)
  const made = await bench.inkling('quantize export.json --rows rows.csv --json')
  expect(made.err.replace('rounding to integers\n', '').replace('making test vectors\n', '')).toBe('')
  const judged = (await bench.inkling('eval export.model.json rows.csv --label truth --json')).json()
  // scikit-learn's forest averages in doubles; its ties may fall otherwise.
  expect(judged.accuracy).toBeGreaterThan(0.99)
})

test('without rows, and with rows that lack a column', async () => {
  bench.put('export.json', JSON.stringify(golden('tree').export))
  const without = await bench.inkling('quantize export.json')
  expect(without).toMatchObject({ code: 2 })
  expect(without.err).toMatch(/--rows TABLE\.csv/)
  bench.put('other.csv', 'a,b\n1,2\n')
  expect((await bench.inkling('quantize export.json --rows other.csv')).err).toMatch(
    /lacks the model's columns/,
  )
  bench.put('broken.json', JSON.stringify({ ...golden('tree').export, trees: [] }))
  const broken = await bench.inkling('quantize broken.json --rows other.csv')
  expect(broken).toMatchObject({ code: 2 })
  expect(broken.err).toMatch(/scikit-learn export: trees/)
})
