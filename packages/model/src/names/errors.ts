import { ModelError } from '../errors.ts'

/** A seed, a context or a model that doesn't make names. */
export class NamesError extends ModelError {
  override name = 'NamesError'
}
