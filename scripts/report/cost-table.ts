import { compileModel, DoesNotFitError, UnsupportedError } from '../../packages/model/src/compile/index.ts'
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
  hidden: number,
  variant: Variant,
  placement: Place,
): CellCosts | undefined {
  try {
    const options = { build: 'label', placement, maxCode: NO_LIMIT } as const
    const { costs } = compileModel(calculatorNet(inputs, hidden, variant), options)
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
