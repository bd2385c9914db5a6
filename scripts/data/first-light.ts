import { readFile } from 'node:fs/promises'
import {
  formatModel,
  formatVectors,
  makeTreeModel,
  makeVectors,
  parseCsv,
  quantizeTree,
  trainTree,
  treeToRustCode,
} from '@inkling/model'

const data = new URL('../../labs/01-decision-tree/data/phishing.csv', import.meta.url)
const settings = { maxDepth: 3, minLeaf: 5, labels: 2 }
const scale = { num: 2, den: 1 }

/** The generated files of lab 0, by path in its folder: a tree of depth 3 on the data of lab 1. */
export async function firstLightFiles(): Promise<Record<string, string>> {
  const { x, y, features } = parseCsv(await readFile(data, 'utf8'))
  const model = makeTreeModel({
    name: 'first-light-tree',
    input: {
      length: features.length,
      packing: 'u8',
      min: features.map(() => 0),
      max: features.map(() => 2),
      features,
      scale,
    },
    tree: quantizeTree(trainTree(x, y, settings), scale),
    labels: ['safe', 'phishing'],
    provenance: {
      data: 'labs/01-decision-tree/data/phishing.csv',
      rows: x.length,
      method: 'CART, Gini',
      ...settings,
    },
  })
  return {
    'data/model.json': formatModel(model),
    'data/model.vectors.json': formatVectors(makeVectors(model, { count: 500, seed: 7 })),
    'contract/core/src/model.rs': treeToRustCode(model, 'scripts/data/make-first-light.ts'),
  }
}
