import { InputError } from '../errors.ts'
import type { FloatModel } from '../float/types.ts'
import { readText } from './read-bytes.ts'
import { formatOf } from './read-given.ts'

/**
 * A float model as `inkling train` writes it. Sizes and numbers of layers are checked by `quantize`, which names the
 * layer; here it is made sure that there is something to look at.
 * @throws InputError
 */
export function readFloat(cwd: string, name: string): FloatModel {
  const text = readText(cwd, name, 'a float model')
  const format = formatOf(text, name)
  const refuse = (problem: string): never => {
    throw new InputError(`${name}: ${problem}`, {
      remedy: 'write it again:\n  npx --no-install inkling train TABLE.csv',
    })
  }
  if (format === 'inkling-model/1') return refuse('is a model file: it is quantized already')
  if (format !== 'inkling-float/1') return refuse('is not a float model (inkling-float/1)')
  const model = JSON.parse(text) as FloatModel
  const kinds = ['tree', 'forest', 'gbdt', 'linear', 'mlp']
  if (!kinds.includes(model.kind))
    return refuse(`kind is '${String(model.kind)}', not one of ${kinds.join(', ')}`)
  const list = 'layers' in model ? model.layers : model.trees
  if (!Array.isArray(list) || list.length === 0) return refuse('has no layers and no trees')
  if (typeof model.name !== 'string' || !Array.isArray(model.labels) || typeof model.input !== 'object')
    return refuse('lacks its name, labels or input')
  if ('layers' in model) {
    for (const [i, layer] of model.layers.entries())
      if (
        !isNumbers(layer?.weights, layer?.inputs * layer?.outputs) ||
        !isNumbers(layer?.bias, layer?.outputs)
      )
        return refuse(`layers[${i}]: weights and bias are not ${layer?.outputs} x ${layer?.inputs} numbers`)
    if (!Array.isArray(model.calibration)) return refuse('has no calibration rows')
  }
  return model
}

/** JSON has no NaN: what was one when it was written is null here. */
const isNumbers = (values: unknown, count: number) =>
  Array.isArray(values) && values.length === count && values.every((value) => typeof value === 'number')
