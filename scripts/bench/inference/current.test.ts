import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../bootstrap/paths.mjs'
import type { ModelFigures } from './bench-model.ts'
import { staleReason } from './is-current.ts'

const FILE = join(root, 'docs', 'data', 'bench-inference.json')
const { models } = JSON.parse(readFileSync(FILE, 'utf8')) as { models: ModelFigures[] }
const names = readdirSync(join(root, 'packages', 'model', 'models'))
  .filter((file) => file.endsWith('.model.json'))
  .map((file) => file.slice(0, -'.model.json'.length))

describe('docs/data/bench-inference.json (npm run bench:inference -- --stale brings it up to date)', () => {
  test('has every committed model and no other', () => {
    expect(models.map(({ name }) => name).sort()).toEqual([...names].sort())
  })

  test.each(models)('$name: of this model file, with the ink of this compiler', (figures) => {
    expect(staleReason(figures)).toBeUndefined()
  })

  test('figures that are not of the model are told', () => {
    const [first] = models
    expect(staleReason({ ...first!, sha256: '00' })).toBe('of another model file')
    const kernels = first!.kernels.map((kernel) => ({ ...kernel, kernelInk: kernel.kernelInk + 1 }))
    expect(staleReason({ ...first!, kernels })).toMatch(/ink, now/)
    expect(staleReason({ ...first!, name: 'nobody' })).toBe('there is no such model')
  })
})
