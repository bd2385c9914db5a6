import { expect, test } from 'vitest'
import { ModelError } from '../src/errors.ts'
import { handCnn, handMlp, handTree } from '../src/fixtures.ts'
import { formatModel } from '../src/format-model.ts'
import { sealModel } from '../src/hash.ts'
import { loadModel } from '../src/load-model.ts'
import { makeVectors } from '../src/make-vectors.ts'
import { predict } from '../src/reference/predict.ts'
import type { Model } from '../src/types.ts'
import { picker, randomCnn, randomEnsemble, randomMlp } from './random-model.ts'

const JUNK: unknown[] = [
  null,
  true,
  '',
  'AAAA',
  'constructor',
  -1,
  0,
  1,
  2,
  255,
  2 ** 31,
  -(2 ** 31),
  2 ** 53,
  1e300,
  0.5,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [],
  [0],
  [1, 1],
  {},
  { length: 3 },
]

const models: Model[] = [
  handTree(),
  handMlp(),
  handCnn(),
  randomCnn(1),
  randomMlp(1, [3, 2]),
  randomEnsemble(1, 'forest', 2),
  randomEnsemble(1, 'gbdt', 2),
]

test.each(models)('$name with parts replaced by junk: a typed error or a model that works', (model) => {
  const pick = picker(17)
  let refused = 0
  for (let round = 0; round < 400; round++) {
    const copy = structuredClone(model) as unknown
    for (let hits = pick(1, 2); hits > 0; hits--) damage(copy, pick)
    const loaded = attempt(copy)
    if (loaded) expect(predict(loaded, loaded.input.min).label).toBeGreaterThanOrEqual(0)
    else refused++
  }
  expect(refused).toBeGreaterThan(300)
})

test.each(models)('$name as text that was cut or changed: a typed error', (model) => {
  const pick = picker(18)
  const text = formatModel(model)
  for (let round = 0; round < 200; round++) {
    const at = pick(0, text.length - 2)
    const cut = pick(0, 1) ? text.slice(0, at) : `${text.slice(0, at)}${pick(0, 9)}${text.slice(at + 1)}`
    try {
      expect(loadModel(cut).sha256).toBe(model.sha256)
    } catch (error) {
      expect(error).toBeInstanceOf(ModelError)
    }
  }
})

test('vectors of a model whose range is one value', () => {
  const model = handTree()
  const narrow = sealModel({ ...model, input: { ...model.input, max: [0, 0] } }) as Model
  const vectors = makeVectors(loadModel(narrow), { count: 500, seed: 1 })
  expect(new Set(vectors.input)).toEqual(new Set(['0x0000']))
})

/** Loads; undefined when refused with a typed error. Anything else thrown fails the test. */
function attempt(copy: unknown): Model | undefined {
  try {
    return loadModel(sealed(copy))
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return undefined
  }
}

/** So that the hash is not what catches it; NaN has no canonical JSON. */
function sealed(copy: unknown): unknown {
  try {
    return sealModel(copy as object)
  } catch {
    return copy
  }
}

/** Replaces, removes or adds a field or an item somewhere. */
function damage(root: unknown, pick: (low: number, high: number) => number): void {
  let at = root as Record<string, unknown>
  for (;;) {
    const keys = Object.keys(at)
    const key = keys[pick(0, keys.length - 1)]
    if (key === undefined) return
    const next = at[key]
    if (typeof next === 'object' && next !== null && pick(0, 4) > 0) {
      at = next as Record<string, unknown>
      continue
    }
    const junk = structuredClone(JUNK[pick(0, JUNK.length - 1)])
    if (pick(0, 7) === 0) delete at[key]
    else at[pick(0, 9) === 0 ? 'extra' : key] = junk
    return
  }
}
