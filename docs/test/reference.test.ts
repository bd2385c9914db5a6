import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { HOST_CALLS } from '../../packages/devnode/src/stylus/hostio/index.ts'
import { OPERATOR_INK } from '../../packages/wasm/src/prices.ts'
import { type Schema, schemaRows } from '../.vitepress/theme/components/schema-rows.ts'
import { hostRows } from '../.vitepress/theme/ink/host-rows.ts'
import prices from '../.vitepress/theme/ink/prices.data.ts'

describe('the price list', () => {
  const { rows, versions } = prices.load()

  test('has every operator and every host call of the devnode', () => {
    const hosts = Object.keys(HOST_CALLS.vm_hooks!).sort()
    expect(
      rows
        .filter(({ kind }) => kind === 'host call')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(hosts)
    // One more: the charge of a block.
    expect(rows.filter(({ kind }) => kind === 'operator')).toHaveLength(OPERATOR_INK.size + 1)
    expect(versions.map(({ arbos }) => arbos)).toEqual([40, 51, 59, 60])
  })

  test('refuses floats and nothing that integers need', () => {
    const refused = rows.filter(({ ink }) => ink === null).map(({ name }) => name)
    expect(refused).toContain('f32.add')
    expect(refused.filter((name) => /^i(32|64)\.(?!trunc|reinterpret)/.test(name))).toEqual([])
  })

  test.each(hostRows.filter(({ ink }) => ink > 0))(
    '$name costs at first what the devnode takes first',
    ({ name, ink }) => {
      class Bought extends Error {}
      // Some calls take it in two steps; what comes after it depends on the arguments.
      let taken = 0n
      const frame = {
        buy(amount: bigint) {
          taken += amount
          if (taken >= BigInt(ink)) throw new Bought()
        },
      }
      expect(() => HOST_CALLS.vm_hooks![name]!(frame as never, 0, 0, 0, 0, 0, 0)).toThrow(Bought)
      expect(taken).toBe(BigInt(ink))
    },
  )
})

describe('the tables from the schemas', () => {
  const read = (file: string) =>
    JSON.parse(
      readFileSync(fileURLToPath(new URL(`../../packages/lab/schema/${file}`, import.meta.url)), 'utf8'),
    )

  test('follow references, lists and names that are free', () => {
    const progress = schemaRows(read('lab-progress-1.schema.json') as Schema)
    expect(progress.some(({ path }) => path.includes('{}.'))).toBe(true)
    const report = schemaRows(read('lab-report-1.schema.json') as Schema)
    expect(report.find(({ path }) => path === 'tasks[].id')).toMatchObject({ type: 'string', required: true })
    expect(report.find(({ path }) => path === 'engine')?.type).toBe('object or null')
    expect(new Set(report.map(({ path }) => path)).size).toBe(report.length)
  })

  test('have every property that a schema names', () => {
    for (const file of ['lab-progress-1.schema.json', 'lab-report-1.schema.json']) {
      const schema = read(file)
      const names = new Set(schemaRows(schema).map(({ path }) => path.replaceAll('[]', '').split('.').at(-1)))
      const walk = (node: unknown): string[] => {
        if (typeof node !== 'object' || node === null) return []
        const { properties = {} } = node as Schema
        return [...Object.keys(properties), ...Object.values(node).flatMap(walk)]
      }
      const all = walk(schema).filter((name) => name !== 'properties')
      expect(all.length).toBeGreaterThan(10)
      expect(all.filter((name) => !names.has(name))).toEqual([])
    }
  })
})
