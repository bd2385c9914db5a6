import { Fr, R } from '../field.ts'
import type { Proof, Trapdoor, VerifyingKey } from './keys.ts'
import { G1, G2 } from './points.ts'
import { checkedRandom, type RandomScalar } from './random.ts'
import { statementPoint } from './statement-point.ts'

/**
 * A proof of any statement at all, true or false, without a witness: what whoever kept the trapdoor can make. A and B
 * are free; C is solved from the verifier's equation. Shown in the lab, to tell why a set-up needs a ceremony.
 */
export function forge(
  key: VerifyingKey,
  trapdoor: Trapdoor,
  signals: readonly bigint[],
  options: { random?: RandomScalar } = {},
): Proof {
  const random = checkedRandom(options.random)
  const [a, b] = [random(), random()]
  const { alpha, beta, gamma, delta } = trapdoor
  const perDelta = Fr.inv(delta)
  const sum = statementPoint(key, signals)
  const free = ((((a * b - alpha * beta) % R) + R) * perDelta) % R
  const c = G1.BASE.multiplyUnsafe(free).add(sum.multiplyUnsafe(R - ((gamma * perDelta) % R)))
  return { a: G1.BASE.multiplyUnsafe(a), b: G2.BASE.multiplyUnsafe(b), c }
}
