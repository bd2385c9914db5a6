import { expect, test } from 'vitest'
import { handTree } from './fixtures.ts'
import { formatVectors, makeVectors } from './make-vectors.ts'
import { unpackU8 } from './pack.ts'
import { predictTree } from './predict-tree.ts'

test('at least 500, with the corners first, all in range and all true', () => {
  const model = handTree()
  const vectors = makeVectors(model, { count: 500, seed: 7 })
  expect(vectors.model).toBe(model.sha256)
  expect(vectors.input).toHaveLength(500)
  expect(vectors.input.slice(0, 6)).toEqual(['0x0000', '0x0202', '0x0200', '0x0002', '0x0002', '0x0200'])
  for (const [i, hex] of vectors.input.entries()) {
    // predictTree throws when a value is out of range.
    expect(predictTree(model, unpackU8(hex))).toEqual({ scores: vectors.scores[i], label: vectors.label[i] })
  }
  expect(new Set(vectors.input).size).toBe(9)
  expect(makeVectors(model, { count: 500, seed: 7 })).toEqual(vectors)
  expect(JSON.parse(formatVectors(vectors))).toEqual(vectors)
})
