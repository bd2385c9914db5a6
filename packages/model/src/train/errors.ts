import { ModelError } from '../errors.ts'

/** Training could not go on: settings that don't fit together, or a loss that is no longer a number. */
export class TrainingError extends ModelError {
  override name = 'TrainingError'

  constructor(problem: string) {
    super(`training: ${problem}`)
  }
}
