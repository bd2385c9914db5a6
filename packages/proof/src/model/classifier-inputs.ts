import { type Model, predict } from '@inkling/model'
import { commitToInput } from './input-commitment.ts'

/** What `makeWitness` takes, and what goes to the verifier. */
export interface ClassifierStatement {
  inputs: Record<string, bigint>
  /** inputCommit, class, ctx: the order of `SIGNALS`. */
  signals: [inputCommit: bigint, label: bigint, ctx: bigint]
  label: number
}

/**
 * The inputs of a classifier circuit for one input, its class by the model's reference inference.
 *
 * @param values one integer a feature, within the model's min ... max.
 * @param salt at least 128 random bits (`randomSalt`): a digit has so little entropy that an unsalted commitment can be
 *   opened by trying.
 * @throws the model's own error for values out of range.
 */
export function classifierInputs(
  model: Model,
  values: ArrayLike<number>,
  secret: { salt: bigint; ctx: bigint },
): ClassifierStatement {
  const row = Array.from(values)
  const { label } = predict(model, row)
  const inputCommit = commitToInput(model.input, row, secret.salt)
  const { salt, ctx } = secret
  const inputs: Record<string, bigint> = { inputCommit, class: BigInt(label), ctx, salt }
  for (const [i, value] of row.entries()) inputs[`x${i}`] = BigInt(value)
  return { inputs, signals: [inputCommit, BigInt(label), ctx], label }
}
