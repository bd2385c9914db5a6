import { expect, test } from 'vitest'
import { inputsOf, lies, valueOfGadget } from '../../test/lies.ts'
import { CircuitBuilder } from '../circuit/builder.ts'
import { makeWitness } from '../circuit/circuit.ts'
import { CircuitError, WitnessError } from '../errors.ts'
import { argmax } from './argmax.ts'

function ofScores(count: number, bits: number) {
  const builder = new CircuitBuilder()
  const names = Array.from({ length: count }, (_, i) => `s${i}`)
  const output = argmax(builder, inputsOf(builder, names), bits)
  return { circuit: builder.build(), output }
}

const named = (scores: number[]) => Object.fromEntries(scores.map((score, i) => [`s${i}`, score]))

test('the highest score, the lowest index of a tie: all lists of three small scores', () => {
  const { circuit, output } = ofScores(3, 3)
  for (let code = 0; code < 125; code++) {
    const scores = [code % 5, Math.floor(code / 5) % 5, Math.floor(code / 25)].map((x) => x - 2)
    expect(valueOfGadget(circuit, named(scores), output), `${scores}`).toBe(
      BigInt(scores.indexOf(Math.max(...scores))),
    )
    if (code % 9 === 0) expect(lies(circuit, named(scores), output), `${scores}`).toEqual([])
  }
})

test('one score is index 0, no score is no circuit', () => {
  const { circuit, output } = ofScores(1, 3)
  expect(valueOfGadget(circuit, { s0: 99 }, output)).toBe(0n)
  expect(() => ofScores(0, 3)).toThrow(CircuitError)
})

test('scores further apart than the bits say have no witness', () => {
  const { circuit } = ofScores(2, 3)
  expect(makeWitness(circuit, { s0: 7, s1: 0 })).toBeDefined()
  expect(() => makeWitness(circuit, { s0: 90, s1: 0 })).toThrow(WitnessError)
})
