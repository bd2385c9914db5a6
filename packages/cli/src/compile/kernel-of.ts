import type { Model } from '@inkling/model'
import type { Build, Compiled, Placement } from '@inkling/model/compile'
import type { ParsedArgs } from '../args.ts'

/** `--build`, or `label`. */
export const buildOf = ({ options }: ParsedArgs): Build => (options.build === 'scores' ? 'scores' : 'label')

/** `--placement`; the command table knows the names. */
export const placementOf = ({ options }: ParsedArgs): Placement | undefined =>
  options.placement as Placement | undefined

/**
 * The raw kernel of a model. The compiler is loaded here and nowhere before: most commands don't need it.
 * @throws DoesNotFitError, UnsupportedError, OverflowError of the compiler.
 */
export async function kernelOf(model: Model, build: Build, placement?: Placement): Promise<Compiled> {
  const { compileModel } = await import('@inkling/model/compile')
  return compileModel(model, { build, ...(placement && { placement }) })
}
