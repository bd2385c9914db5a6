import file from '../../models/names-48-64-27.model.json' with { type: 'json' }
import { loadModel } from '../load-model.ts'
import type { Model } from '../types.ts'

/** The committed names model, checked; imported and not read, so that pages have it too. */
export function namesModel(): Model {
  return loadModel(file)
}
