import { compileModel, DoesNotFitError, UnsupportedError } from '../../packages/model/src/compile/index.ts'
import type { Model } from '../../packages/model/src/index.ts'
import { calculatorNet, type Variant } from './calculator-net.ts'

/** What the compiler says of one net, in the units of its names. */
export interface CellCosts {
  kernelInk: number
  codeBytes: number
  wasmBytes: number
  entryCached: number
  entryUncached: number
  activationGas: number
}

export const PLACES = ['code', 'const-stores'] as const
export type Place = (typeof PLACES)[number]

/** Far above the limit of a contract, so that the table also says by how much a net is too large. */
const NO_LIMIT = 1e9

/**
 * The compiler's estimate of one net with its weights in one place.
 *
 * @returns undefined where the wasm is larger than a program may be, or where that place can't hold such a net
 */
export function compilerCosts(
  inputs: number,
  hidden: number | readonly number[],
  variant: Variant,
  placement: Place,
  labels?: number,
): CellCosts | undefined {
  return costsOf(calculatorNet(inputs, hidden, variant, labels), placement)
}

/** The same for a model; without a place, the compiler chooses one. */
export function costsOf(model: Model, placement?: Place): CellCosts | undefined {
  try {
    const { costs } = compileModel(model, {
      build: 'label',
      maxCode: NO_LIMIT,
      ...(placement ? { placement } : {}),
    })
    return {
      kernelInk: costs.kernelInk.max,
      codeBytes: costs.codeBytes,
      wasmBytes: costs.wasmBytes,
      entryCached: costs.entryGas.cached,
      entryUncached: costs.entryGas.uncached,
      activationGas: costs.activationGas,
    }
  } catch (error) {
    if (error instanceof DoesNotFitError || error instanceof UnsupportedError) return undefined
    throw error
  }
}
