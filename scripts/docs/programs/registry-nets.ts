import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { netBytes } from '../../../labs/08-model-registry/net-bytes.ts'
import { workspace } from '../../../packages/lab/src/workspace.ts'
import { loadMnist14 } from '../../../packages/model/src/data/index.ts'
import { type LayerModel, loadModel, predict, quantizeInput } from '../../../packages/model/src/index.ts'
import type { HeldOutDigit, NETS } from './list.ts'

/** The digit that `registry-figures.ts` asks about. */
const EXAMPLE = 17

const modelOf = (version: (typeof NETS)[number]) => {
  const file = join(workspace().labs, '08-model-registry/data', `${version}.json`)
  return loadModel(readFileSync(file, 'utf8')) as LayerModel
}

/** A version of lab 8's net as its data contracts hold it. */
export const netOf = (version: (typeof NETS)[number]): Uint8Array => netBytes(modelOf(version))

/** Held-out digits on which the two versions agree, and differ: see `ProgramList`. */
export function heldOutDigits(): HeldOutDigit[] {
  const [v1, v2] = [modelOf('v1'), modelOf('v2')]
  const { test } = loadMnist14()
  const digits = Array.from({ length: test.rows }, (_, index) => {
    const pixels = quantizeInput(v1.input, test.x.subarray(196 * index, 196 * index + 196))
    const label = test.y[index]!
    const right = [v1, v2].map((model) => predict(model, pixels).label === label)
    return { index, label, right, pixels: pixels.map((value) => value.toString(16)).join('') }
  })
  const better = digits.filter(({ right }) => !right[0] && right[1]).slice(0, 2)
  const wrong = digits.filter(({ right }) => !right[0] && !right[1]).slice(0, 1)
  return [digits[EXAMPLE]!, ...better, ...wrong].map(({ index, label, pixels }) => ({ index, label, pixels }))
}
