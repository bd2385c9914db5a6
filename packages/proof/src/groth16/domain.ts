import { FFT, rootsOfUnity } from '@noble/curves/abstract/fft.js'
import { CircuitError } from '../errors.ts'
import { Fr, R } from '../field.ts'

/** 5 generates the multiplicative group of the field, as in circom's and arkworks' domains. */
const roots = rootsOfUnity(Fr, 5n)
const fft = FFT(roots, Fr)

/** The field has roots of unity up to order 2^28. */
const LARGEST = 2 ** 27

/** The n-th roots of unity, n a power of two: where a circuit's rows stand. */
export interface Domain {
  size: number
  bits: number
  omega: bigint
}

/** Smallest domain with at least `rows` points. */
export function domainFor(rows: number): Domain {
  if (rows > LARGEST) throw new CircuitError(`${rows} rows; the field has domains up to ${LARGEST}.`)
  const bits = Math.max(1, Math.ceil(Math.log2(rows)))
  return { size: 2 ** bits, bits, omega: roots.omega(bits) }
}

/** Primitive root of order 2 * size: the odd powers are the coset on which the quotient is evaluated. */
export function cosetShift(domain: Domain): bigint {
  return roots.omega(domain.bits + 1)
}

/** Every L_i(x) of the domain, x outside of it. */
export function lagrangeAt(domain: Domain, x: bigint): bigint[] {
  const { size, omega } = domain
  const vanishing = Fr.sub(Fr.pow(x, BigInt(size)), 1n)
  const factor = Fr.mul(vanishing, Fr.inv(BigInt(size)))
  const points: bigint[] = []
  for (let i = 0, power = 1n; i < size; i++, power = (power * omega) % R) points.push(power)
  const inverses = Fr.invertBatch(points.map((point) => Fr.sub(x, point)))
  return points.map((point, i) => (((factor * point) % R) * inverses[i]!) % R)
}

/** Values on the domain to values on the coset omega_2n * domain. */
export function toCoset(domain: Domain, values: readonly bigint[]): bigint[] {
  const coefficients = fft.inverse([...values])
  const shift = cosetShift(domain)
  for (let i = 0, power = 1n; i < domain.size; i++, power = (power * shift) % R)
    coefficients[i] = (coefficients[i]! * power) % R
  return fft.direct(coefficients)
}
