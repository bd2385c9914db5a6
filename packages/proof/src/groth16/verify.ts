import { bn254 } from '@noble/curves/bn254.js'
import { R } from '../field.ts'
import type { Proof, VerifyingKey } from './keys.ts'
import { statementPoint } from './statement-point.ts'

/**
 * Whether the proof holds for the public signals: e(A, B) = e(alpha, beta) e(IC, gamma) e(C, delta).
 * Signals outside 0 ... r - 1 are refused: r + x would be the same statement in other words.
 */
export function verify(key: VerifyingKey, signals: readonly bigint[], proof: Proof): boolean {
  if (signals.length !== key.ic.length - 1) return false
  if (signals.some((signal) => signal < 0n || signal >= R)) return false
  if (proof.a.is0() || proof.b.is0() || proof.c.is0()) return false
  const sum = statementPoint(key, signals)
  if (sum.is0()) return false
  const product = bn254.pairingBatch([
    { g1: proof.a.negate(), g2: proof.b },
    { g1: key.alpha, g2: key.beta },
    { g1: sum, g2: key.gamma },
    { g1: proof.c, g2: key.delta },
  ])
  return bn254.fields.Fp12.eql(product, bn254.fields.Fp12.ONE)
}
