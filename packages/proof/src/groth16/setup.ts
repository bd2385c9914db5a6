import type { Circuit } from '../circuit/circuit.ts'
import { Fr, R } from '../field.ts'
import { cosetShift, domainFor, lagrangeAt } from './domain.ts'
import type { MatrixEntry, ProvingKey, Trapdoor } from './keys.ts'
import { fixedBase, G1, G2 } from './points.ts'
import { type RandomScalar, randomScalar } from './random.ts'

/**
 * One party's set-up for one circuit (Groth 2016, section 3.2). Whoever knows the trapdoor can prove anything: this is
 * for development and for showing exactly that. `contribute` adds a party whose honesty is enough.
 *
 * @param random for tests only; the system's generator otherwise.
 */
export function setup(
  circuit: Circuit,
  random: RandomScalar = randomScalar,
): { provingKey: ProvingKey; trapdoor: Trapdoor } {
  const trapdoor: Trapdoor = {
    tau: random(),
    alpha: random(),
    beta: random(),
    gamma: random(),
    delta: random(),
  }
  return { provingKey: keyFrom(circuit, trapdoor), trapdoor }
}

/** The matrices A and B by rows, with one row more for 1 and each public signal, so that none of them is left unbound. */
export function matrixEntries(circuit: Circuit): MatrixEntry[] {
  const entries: MatrixEntry[] = []
  for (const [row, { a, b }] of circuit.constraints.entries()) {
    for (const [wire, value] of a) entries.push({ matrix: 0, row, wire, value })
    for (const [wire, value] of b) entries.push({ matrix: 1, row, wire, value })
  }
  for (let wire = 0; wire <= circuit.publicNames.length; wire++)
    entries.push({ matrix: 0, row: circuit.constraints.length + wire, wire, value: 1n })
  return entries
}

function keyFrom(circuit: Circuit, trapdoor: Trapdoor): ProvingKey {
  const publicCount = circuit.publicNames.length
  const { wireCount, constraints } = circuit
  const domain = domainFor(constraints.length + publicCount + 1)
  const { tau, alpha, beta, gamma, delta } = trapdoor
  const lagrange = lagrangeAt(domain, tau)

  const [atA, atB, atC] = [zeros(wireCount), zeros(wireCount), zeros(wireCount)]
  const entries = matrixEntries(circuit)
  for (const { matrix, row, wire, value } of entries) {
    const column = matrix === 0 ? atA : atB
    column[wire] = (column[wire]! + value * lagrange[row]!) % R
  }
  for (const [row, { c }] of constraints.entries())
    for (const [wire, value] of c) atC[wire] = (atC[wire]! + value * lagrange[row]!) % R

  const times1 = fixedBase(G1, G1.BASE)
  const times2 = fixedBase(G2, G2.BASE)
  const joint = (wire: number, divisor: bigint) =>
    times1(((beta * atA[wire]! + alpha * atB[wire]! + atC[wire]!) % R) * divisor)
  const [perGamma, perDelta] = [Fr.inv(gamma), Fr.inv(delta)]
  const wires = [...new Array(wireCount).keys()]

  // The quotient on the coset: its values there weigh the odd Lagrange polynomials of the doubled domain.
  const doubled = { size: domain.size * 2, bits: domain.bits + 1, omega: cosetShift(domain) }
  const wide = lagrangeAt(doubled, tau)
  const h = [...new Array(domain.size).keys()].map((i) => times1(wide[2 * i + 1]! * perDelta))

  return {
    verifyingKey: {
      alpha: times1(alpha),
      beta: times2(beta),
      gamma: times2(gamma),
      delta: times2(delta),
      ic: wires.slice(0, publicCount + 1).map((wire) => joint(wire, perGamma)),
    },
    beta1: times1(beta),
    delta1: times1(delta),
    wireCount,
    publicCount,
    domainSize: domain.size,
    entries,
    a: atA.map(times1),
    b1: atB.map(times1),
    b2: atB.map(times2),
    c: wires.slice(publicCount + 1).map((wire) => joint(wire, perDelta)),
    h: h.slice(),
  }
}

function zeros(length: number): bigint[] {
  return new Array<bigint>(length).fill(0n)
}
