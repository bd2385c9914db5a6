import type { Witness } from '../circuit/circuit.ts'
import { CircuitError, ProofCancelledError } from '../errors.ts'
import { R } from '../field.ts'
import { domainFor, toCoset } from './domain.ts'
import type { Proof, ProvingKey } from './keys.ts'
import { G1, G2, multiScalar } from './points.ts'
import { type RandomScalar, randomScalar } from './random.ts'

export interface ProveOptions {
  /** Called before each of the six parts of the work. */
  onProgress?: (part: string, done: number, of: number) => void
  signal?: AbortSignal
  /** For tests only: r and s fixed make proofs linkable. */
  random?: RandomScalar
}

/**
 * A Groth16 proof that the witness satisfies the circuit of the key.
 *
 * @throws CircuitError when the witness is of another circuit; ProofCancelledError when the signal fires.
 */
export async function prove(key: ProvingKey, witness: Witness, options: ProveOptions = {}): Promise<Proof> {
  if (witness.length !== key.wireCount)
    throw new CircuitError(`The witness has ${witness.length} wires, the key ${key.wireCount}.`)
  const parts = ['quotient', 'A', 'B in G2', 'B in G1', 'H', 'C']
  let done = 0
  // Gives the page a turn between the parts: progress is drawn and a click on Cancel gets through.
  const next = async () => {
    if (options.signal?.aborted) throw new ProofCancelledError()
    options.onProgress?.(parts[done] ?? 'done', done++, parts.length)
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (options.signal?.aborted) throw new ProofCancelledError()
  }
  const { verifyingKey, delta1, beta1 } = key
  const random = options.random ?? randomScalar
  const [r, s] = [random(), random()]

  await next()
  const quotient = quotientOnCoset(key, witness)
  await next()
  const a = multiScalar(G1, key.a, witness).add(verifyingKey.alpha).add(delta1.multiplyUnsafe(r))
  await next()
  const b = multiScalar(G2, key.b2, witness).add(verifyingKey.beta).add(verifyingKey.delta.multiplyUnsafe(s))
  await next()
  const b1 = multiScalar(G1, key.b1, witness).add(beta1).add(delta1.multiplyUnsafe(s))
  await next()
  const h = multiScalar(G1, key.h, quotient)
  await next()
  const c = multiScalar(G1, key.c, witness.slice(key.publicCount + 1))
    .add(h)
    .add(a.multiplyUnsafe(s))
    .add(b1.multiplyUnsafe(r))
    .add(delta1.multiplyUnsafe((r * s) % R).negate())
  options.onProgress?.('done', parts.length, parts.length)
  return { a, b, c }
}

/** A * B - C on the coset. On the domain itself C is A * B row by row, where the witness is right. */
function quotientOnCoset(key: ProvingKey, witness: Witness): bigint[] {
  const domain = domainFor(key.domainSize)
  const a = new Array<bigint>(domain.size).fill(0n)
  const b = new Array<bigint>(domain.size).fill(0n)
  for (const { matrix, row, wire, value } of key.entries) {
    const rows = matrix === 0 ? a : b
    rows[row] = (rows[row]! + value * witness[wire]!) % R
  }
  const c = a.map((x, i) => (x * b[i]!) % R)
  const [ca, cb, cc] = [toCoset(domain, a), toCoset(domain, b), toCoset(domain, c)]
  return ca.map((x, i) => (((x * cb[i]! - cc[i]!) % R) + R) % R)
}
