import type { Witness } from '../circuit/circuit.ts'
import { CircuitError } from '../errors.ts'
import { R } from '../field.ts'
import { domainFor, toCoset } from './domain.ts'
import type { Proof, ProvingKey } from './keys.ts'
import { multiScalar } from './multi-scalar.ts'
import { groupG1, groupG2 } from './points.ts'
import { checkedRandom, type RandomScalar } from './random.ts'
import { Turns, type WorkOptions } from './turns.ts'

export interface ProveOptions extends WorkOptions {
  /** For tests only (`fixedRandom`): r and s fixed make proofs linkable and can give the witness away. */
  random?: RandomScalar
}

/**
 * A Groth16 proof that the witness satisfies the circuit of the key.
 *
 * @throws CircuitError when the witness is of another circuit; ProofCancelledError when the signal fires;
 *   RandomnessError for randomness that isn't the system's.
 */
export async function prove(key: ProvingKey, witness: Witness, options: ProveOptions = {}): Promise<Proof> {
  if (witness.length !== key.wireCount)
    throw new CircuitError(`The witness has ${witness.length} wires, the key ${key.wireCount}.`)
  const turns = new Turns(options, ['quotient', 'A', 'B in G2', 'B in G1', 'H', 'C'])
  const { verifyingKey, delta1, beta1 } = key
  const random = checkedRandom(options.random)
  const [r, s] = [random(), random()]

  await turns.next()
  const quotient = await quotientOnCoset(key, witness, turns)
  await turns.next()
  const sumA = await multiScalar(groupG1, key.a, witness, turns)
  const a = sumA.add(verifyingKey.alpha).add(delta1.multiplyUnsafe(r))
  await turns.next()
  const sumB = await multiScalar(groupG2, key.b2, witness, turns)
  const b = sumB.add(verifyingKey.beta).add(verifyingKey.delta.multiplyUnsafe(s))
  await turns.next()
  const sumB1 = await multiScalar(groupG1, key.b1, witness, turns)
  const b1 = sumB1.add(beta1).add(delta1.multiplyUnsafe(s))
  await turns.next()
  const h = await multiScalar(groupG1, key.h, quotient, turns)
  await turns.next()
  const sumC = await multiScalar(groupG1, key.c, witness.slice(key.publicCount + 1), turns)
  const c = sumC
    .add(h)
    .add(a.multiplyUnsafe(s))
    .add(b1.multiplyUnsafe(r))
    .add(delta1.multiplyUnsafe((r * s) % R).negate())
  turns.end()
  return { a, b, c }
}

/** A * B - C on the coset. On the domain itself C is A * B row by row, where the witness is right. */
async function quotientOnCoset(key: ProvingKey, witness: Witness, turns: Turns): Promise<bigint[]> {
  const domain = domainFor(key.domainSize)
  const a = new Array<bigint>(domain.size).fill(0n)
  const b = new Array<bigint>(domain.size).fill(0n)
  for (const { matrix, row, wire, value } of key.entries) {
    const rows = matrix === 0 ? a : b
    rows[row] = (rows[row]! + value * witness[wire]!) % R
  }
  const c = a.map((x, i) => (x * b[i]!) % R)
  const moved: bigint[][] = []
  for (const values of [a, b, c]) {
    await turns.pause()
    moved.push(toCoset(domain, values))
  }
  const [ca, cb, cc] = moved as [bigint[], bigint[], bigint[]]
  return ca.map((x, i) => (((x * cb[i]! - cc[i]!) % R) + R) % R)
}
