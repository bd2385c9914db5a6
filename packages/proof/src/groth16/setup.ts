import type { Circuit } from '../circuit/circuit.ts'
import { Fr, R } from '../field.ts'
import { cosetShift, domainFor, lagrangeAt } from './domain.ts'
import { fixedBase } from './fixed-base.ts'
import type { MatrixEntry, ProvingKey, Trapdoor } from './keys.ts'
import { groupG1, groupG2 } from './points.ts'
import { checkedRandom, type RandomScalar } from './random.ts'
import { Turns, type WorkOptions } from './turns.ts'

/**
 * One party's set-up for one circuit (Groth 2016, section 3.2). Whoever knows the trapdoor can prove anything: this is
 * for development and for showing exactly that. `contribute` adds a party whose honesty is enough.
 */
export async function setup(
  circuit: Circuit,
  options: WorkOptions & { random?: RandomScalar } = {},
): Promise<{ provingKey: ProvingKey; trapdoor: Trapdoor }> {
  const random = checkedRandom(options.random)
  const trapdoor: Trapdoor = {
    tau: random(),
    alpha: random(),
    beta: random(),
    gamma: random(),
    delta: random(),
  }
  return { provingKey: await provingKeyFrom(circuit, trapdoor, options), trapdoor }
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

/** The key that belongs to a trapdoor: the same circuit and numbers give the same key. */
export async function provingKeyFrom(
  circuit: Circuit,
  trapdoor: Trapdoor,
  options: WorkOptions = {},
): Promise<ProvingKey> {
  const turns = new Turns(options, ['powers', 'A', 'B in G1', 'B in G2', 'C', 'H'])
  await turns.next()
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

  const joint = (wire: number, divisor: bigint) =>
    ((beta * atA[wire]! + alpha * atB[wire]! + atC[wire]!) % R) * divisor
  const [perGamma, perDelta] = [Fr.inv(gamma), Fr.inv(delta)]
  const wires = [...new Array(wireCount).keys()]
  const publicWires = wires.slice(0, publicCount + 1)

  // The quotient on the coset: its values there weigh the odd Lagrange polynomials of the doubled domain.
  const doubled = { size: domain.size * 2, bits: domain.bits + 1, omega: cosetShift(domain) }
  const wide = lagrangeAt(doubled, tau)
  const atH = Array.from({ length: domain.size }, (_, i) => wide[2 * i + 1]! * perDelta)

  const times1 = (scalars: bigint[]) => fixedBase(groupG1, groupG1.base, scalars, turns)
  const times2 = (scalars: bigint[]) => fixedBase(groupG2, groupG2.base, scalars, turns)
  const [alpha1, beta1, delta1] = await times1([alpha, beta, delta])
  const [beta2, gamma2, delta2] = await times2([beta, gamma, delta])
  const ic = await times1(publicWires.map((wire) => joint(wire, perGamma)))
  await turns.next()
  const a = await times1(atA)
  await turns.next()
  const b1 = await times1(atB)
  await turns.next()
  const b2 = await times2(atB)
  await turns.next()
  const c = await times1(wires.slice(publicCount + 1).map((wire) => joint(wire, perDelta)))
  await turns.next()
  const h = await times1(atH)
  turns.end()
  return {
    verifyingKey: { alpha: alpha1!, beta: beta2!, gamma: gamma2!, delta: delta2!, ic },
    beta1: beta1!,
    delta1: delta1!,
    wireCount,
    publicCount,
    domainSize: domain.size,
    entries,
    a,
    b1,
    b2,
    c,
    h,
  }
}

function zeros(length: number): bigint[] {
  return new Array<bigint>(length).fill(0n)
}
