import { type Model, predict, unpackInput } from '@inkling/model'
import { getModel, ModelClientError, NodeError } from '@inkling/model/client'
import type { Address, Hex, PublicClient } from 'viem'

/** How a contract's answers compare with its model file. */
export interface Comparison {
  asked: number
  /** Answers whose label and scores are all those of the model file. */
  equal: number
  /** The first difference, in words. */
  first?: string
}

/**
 * Asks a deployed contract about inputs and compares label and scores with what the model file gives. What the chain
 * refuses, or answers for another model file, is a difference and no exception.
 *
 * @param inputs packed inputs, for instance those of the test vectors
 * @throws NodeError when the node does not answer
 */
export async function compareOnChain(
  client: Pick<PublicClient, 'call' | 'getCode'>,
  address: Address,
  model: Model,
  inputs: readonly Hex[],
): Promise<Comparison> {
  const contract = getModel({ address, client, model })
  const result: Comparison = { asked: inputs.length, equal: 0 }
  for (const input of inputs) {
    const difference = await differenceOn(contract, model, input)
    if (difference === undefined) result.equal++
    else result.first ??= `${input}: ${difference}`
  }
  return result
}

async function differenceOn(
  contract: ReturnType<typeof getModel>,
  model: Model,
  input: Hex,
): Promise<string | undefined> {
  const want = predict(model, unpackInput(model, input))
  const said = (label: number, scores: readonly number[] = []) =>
    `label ${label}, scores ${scores.join(', ')}`
  try {
    const got = await contract.predict(input, { scores: true })
    const [yours, file] = [said(got.label, got.scores), said(want.label, want.scores)]
    return yours === file ? undefined : `the chain says ${yours}, the model file ${file}`
  } catch (error) {
    if (error instanceof ModelClientError && !(error instanceof NodeError)) return error.message
    throw error
  }
}
