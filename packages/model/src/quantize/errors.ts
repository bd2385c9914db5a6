import { ModelError } from '../errors.ts'

/** A float net that no integers can stand for. `layer` says where: `layers[1] dense`. */
export class QuantizationError extends ModelError {
  override name = 'QuantizationError'
  readonly layer: string

  constructor(layer: string, problem: string) {
    super(`quantize: ${layer}: ${problem}`)
    this.layer = layer
  }
}
