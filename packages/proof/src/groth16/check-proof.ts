import { ProofRejectedError } from '../errors.ts'
import { R } from '../field.ts'
import { decodeProof } from './codec.ts'
import type { Proof, VerifyingKey } from './keys.ts'
import { verify } from './verify.ts'

/**
 * The same as `verify`, with the reason: for a page that has to say what is wrong.
 *
 * @param proof decoded, or the 256 bytes a contract takes.
 * @throws ProofFormatError for bytes that are no proof; ProofRejectedError with reason `signals` for a wrong number of
 *   signals or one outside 0 ... r - 1, `equation` for a proof of another statement, key or model.
 */
export function checkProof(key: VerifyingKey, signals: readonly bigint[], proof: Proof | Uint8Array): void {
  const count = key.ic.length - 1
  if (signals.length !== count)
    throw new ProofRejectedError('signals', `${signals.length} public signals; the key has ${count}.`)
  for (const [i, signal] of signals.entries())
    if (signal < 0n || signal >= R)
      throw new ProofRejectedError(
        'signals',
        `Public signal ${i} is not from 0 to r - 1: the same statement would have several encodings.`,
      )
  const points = proof instanceof Uint8Array ? decodeProof(proof) : proof
  if (!verify(key, signals, points))
    throw new ProofRejectedError(
      'equation',
      'The proof does not hold for these public signals and this key: it is of another statement, or was changed.',
    )
}
