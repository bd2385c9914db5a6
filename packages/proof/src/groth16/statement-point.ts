import type { VerifyingKey } from './keys.ts'
import type { PointG1 } from './points.ts'

/** IC[0] + the sum of signal i * IC[i + 1]: the statement as one point. */
export function statementPoint(key: VerifyingKey, signals: readonly bigint[]): PointG1 {
  return signals.reduce<PointG1>(
    (sum, signal, i) => sum.add(key.ic[i + 1]!.multiplyUnsafe(signal)),
    key.ic[0]!,
  )
}
