import { describe, expect, test } from 'vitest'
import { inputsOf, lies } from '../../test/lies.ts'
import { CircuitBuilder } from '../circuit/builder.ts'
import { firstBroken, makeWitness } from '../circuit/circuit.ts'
import { addScaled, evaluate, type Linear } from '../circuit/linear.ts'
import { CircuitError, WitnessError } from '../errors.ts'
import { R } from '../field.ts'
import { fillWitness } from '../testing.ts'
import { assertAtMost, toBits } from './to-bits.ts'

function bitsOf(count: number) {
  const builder = new CircuitBuilder()
  const [x] = inputsOf(builder, ['x'])
  const bits = toBits(builder, x!, count)
  return { circuit: builder.build(), bits }
}

describe('toBits', () => {
  test.each([1, 2, 8, 31])('%i bits: all of the range, nothing beside it, one constraint a bit', (count) => {
    const { circuit, bits } = bitsOf(count)
    const top = 2n ** BigInt(count)
    for (const x of [0n, 1n, top - 1n, top / 2n, top / 3n]) {
      const witness = makeWitness(circuit, { x })
      expect(bits.map((bit) => evaluate(bit, witness))).toEqual(
        Array.from({ length: count }, (_, i) => (x >> BigInt(i)) & 1n),
      )
    }
    for (const x of [top, -1n, R - top, top + 5n])
      expect(() => makeWitness(circuit, { x })).toThrow(WitnessError)
    expect(circuit.constraints.length).toBe(count)
  })

  test('no other bits can be claimed', () => {
    const { circuit, bits } = bitsOf(6)
    for (let x = 0; x < 64; x += 7) for (const bit of bits) expect(lies(circuit, { x }, bit)).toEqual([])
  })

  test('253 bits at most: one more, and r + x would be another reading of x', () => {
    expect(() => bitsOf(254)).toThrow(CircuitError)
    expect(() => bitsOf(0)).toThrow(CircuitError)
    const { circuit } = bitsOf(253)
    expect(makeWitness(circuit, { x: 2n ** 253n - 1n })).toHaveLength(circuit.wireCount)
  })

  test('without "0 or 1" there are other readings: what the gadget is there for', () => {
    const builder = new CircuitBuilder()
    const [x] = inputsOf(builder, ['x'])
    const bits = [0, 1, 2].map((i) => builder.hint((read) => (read(x!) >> BigInt(i)) & 1n))
    const sum = bits.reduce<Linear>((total, bit, i) => addScaled(total, bit, 1 << i), new Map())
    builder.assertEqual(sum, x!, 'sum')
    const circuit = builder.build()
    // 2 = 2 * 1, and with two lies 2 = 1 * 2 + 2 * 0. Wires: 1, x, then the bits.
    const cheat = fillWitness(
      circuit,
      { x: 2 },
      new Map([
        [2, 2n],
        [3, 0n],
      ]),
    )
    expect(firstBroken(circuit, cheat)).toBeUndefined()
  })
})

test.each([1, 2, 3, 5, 10, 15, 16, 100, 127, 128, 255])(
  'assertAtMost(%i): every value near its ends',
  (max) => {
    const builder = new CircuitBuilder()
    const [x] = inputsOf(builder, ['x'])
    assertAtMost(builder, x!, max, 'x')
    const circuit = builder.build()
    for (let value = 0; value <= 2 * max + 2; value++)
      if (value <= max) expect(makeWitness(circuit, { x: value })).toBeDefined()
      else expect(() => makeWitness(circuit, { x: value })).toThrow(WitnessError)
    for (const value of [-1n, R - BigInt(max), 2n ** 64n])
      expect(() => makeWitness(circuit, { x: value })).toThrow(WitnessError)
  },
)
