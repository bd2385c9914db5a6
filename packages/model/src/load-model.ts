import { ModelFormatError, ModelHashError } from './errors.ts'
import { checkContent } from './format/check-content.ts'
import { hashModel } from './hash.ts'
import { checkModel } from './ranges/check-model.ts'
import type { Model, TreeModel } from './types.ts'

/**
 * Reads a model file of any kind, checks every field, the hash, and that no sum can overflow int32.
 *
 * The value returned is not changed afterwards: decoded tensors are kept by object.
 *
 * @param source JSON text, or a value already parsed.
 * @throws ModelFormatError with the path of the first bad field; ModelHashError when content and hash disagree;
 *   OverflowError when a partial sum could leave int32.
 */
export function loadModel(source: string | unknown): Model {
  const model = checkContent(typeof source === 'string' ? parse(source) : source)
  if (typeof model.sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(model.sha256))
    throw new ModelFormatError('sha256', 'is not 64 hex digits')
  const actual = hashModel(model)
  if (actual !== model.sha256) throw new ModelHashError(model.sha256, actual)
  checkModel(model)
  return model
}

/** `loadModel` for files that must hold one decision tree. */
export function loadTreeModel(source: string | unknown): TreeModel {
  const model = loadModel(source)
  if (model.kind !== 'tree') throw new ModelFormatError('kind', `is '${model.kind}', expected 'tree'`)
  return model
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ModelFormatError('the file', `is not JSON (${(error as Error).message})`)
  }
}
