import { hashModel } from '../hash.ts'
import { checkModel } from '../ranges/check-model.ts'
import type { EnsembleModel, LayerModel, Model, TreeModel } from '../types.ts'
import { checkContent } from './check-content.ts'

type Parts<M extends Model> = Omit<M, 'format' | 'sha256'>

/**
 * Makes a model file from its parts: checks every field, proves that no sum can overflow, and seals it with its hash.
 *
 * @throws ModelFormatError with the path of the first bad field (a NaN or infinite number too); OverflowError.
 */
export function makeModel(parts: Parts<TreeModel>): TreeModel
export function makeModel(parts: Parts<EnsembleModel>): EnsembleModel
export function makeModel(parts: Parts<LayerModel>): LayerModel
export function makeModel(parts: Parts<TreeModel> | Parts<EnsembleModel> | Parts<LayerModel>): Model
export function makeModel(parts: object): Model {
  const model = { format: 'inkling-model/1', ...parts }
  // Before the hash, because canonical JSON has no NaN.
  checkContent(model)
  const sealed = { ...model, sha256: hashModel(model) } as Model
  checkModel(sealed)
  return sealed
}
