/**
 * A proof without a witness. This is a file you edit.
 *
 * The verifier asks whether e(-A, B) e(alpha, beta) e(L, gamma) e(C, delta) = 1, L the statement's point. Points are
 * multiples of a generator G, so in exponents: -a b + alpha beta + l gamma + c delta = 0. Whoever kept alpha, beta, gamma
 * and delta can choose a and b freely and solve for C.
 */
// biome-ignore lint/correctness/noUnusedImports: the starter's stubs throw it, lab:drop
import { Todo } from '@inkling/lab'
import { Fr, type Proof, randomSalt, type Trapdoor, type VerifyingKey } from '@inkling/proof'
import { bn254 } from '@noble/curves/bn254.js'

const G1 = bn254.G1.Point.BASE
const G2 = bn254.G2.Point.BASE

/** A proof of any statement, true or false, under a key whose trapdoor somebody kept. */
export function forge(key: VerifyingKey, trapdoor: Trapdoor, signals: readonly bigint[]): Proof {
  const { alpha, beta, gamma, delta } = trapdoor
  // Any two numbers do.
  const [a, b] = [randomSalt(), randomSalt()]
  const L = statementPoint(key, signals)
  // #region task-7-6
  const free = Fr.div(Fr.sub(Fr.mul(a, b), Fr.mul(alpha, beta)), delta)
  const share = Fr.div(gamma, delta)
  return { a: G1.multiply(a), b: G2.multiply(b), c: G1.multiply(free).subtract(L.multiply(share)) }
  // #endregion task-7-6
  //|   // TODO(7.6): A is a times G1, B is b times G2. Solve -a b + alpha beta + l gamma + c delta = 0 for c; of L you
  //|   // know the point and not l, so C is the sum of two points.
  //|   void [a, b, L, alpha, beta, gamma, delta, Fr, G1, G2]
  //|   throw Todo('7.6')
}

/** L = IC[0] + the sum of signal i times IC[i + 1]. */
export function statementPoint(key: VerifyingKey, signals: readonly bigint[]): VerifyingKey['alpha'] {
  return signals.reduce(
    (sum, signal, i) => (signal === 0n ? sum : sum.add(key.ic[i + 1]!.multiply(signal))),
    key.ic[0]!,
  )
}
