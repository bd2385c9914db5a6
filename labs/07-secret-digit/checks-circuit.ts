/** Tasks 7.1 to 7.3: gadgets, tried with honest and with lying witnesses. */
import type { Check } from '@inkling/lab'
import { requantize } from '@inkling/model'
import { R } from '@inkling/proof'
import { bench, fill, findLie, isTaken, outputsOf } from './cheat.ts'

import { each, expectNoLie, GADGETS, show } from './scene.ts'

export const bitsAreBits: Check = {
  id: '7.1/bits',
  task: '7.1',
  name: 'the bits of a value, and no witness for a value that does not fit',
  async run(ctx) {
    const { bits } = await ctx.module(GADGETS)
    const cases = [1, 2, 5, 8, 21].flatMap((count) => {
      const top = 2n ** BigInt(count)
      const inside = [0n, 1n, top - 1n, BigInt(Math.floor(ctx.rng() * Number(top)))]
      return [...inside, top, top + 1n, -1n, R - 2n, R / 2n].map((value) => ({ count, value }))
    })
    for (const [at, { count, value }] of each(ctx, cases)) {
      const circuit = bench(['value'], (builder, [input]) => bits(builder, input!, count))
      const witness = fill(circuit, { value })
      const fits = value >= 0n && value < 2n ** BigInt(count)
      const opts = { ...at, input: `${count} bits of ${show(value)}`, where: GADGETS }
      ctx.expectEqual(
        isTaken(circuit, witness) ? 'a witness' : 'no witness',
        fits ? 'a witness' : 'no witness',
        opts,
      )
      if (!fits) continue
      const want = Array.from({ length: count }, (_, i) => (value >> BigInt(i)) & 1n)
      ctx.expectEqual(outputsOf(circuit, witness).map(Number), want.map(Number), opts)
    }
  },
}

export const bitsDoNotLie: Check = {
  id: '7.1/lies',
  task: '7.1',
  name: 'a prover that fills in other bits is found out',
  async run(ctx) {
    const { bits } = await ctx.module(GADGETS)
    for (const [at, value] of each(ctx, [0n, 1n, 5n, 12n, 63n])) {
      const circuit = bench(['value'], (builder, [input]) => bits(builder, input!, 6))
      expectNoLie(ctx, findLie(circuit, { value }), `6 bits of ${value}`, at)
    }
  },
}

const NEURON = { shift: 6, outputBits: 7, accumulatorBits: 18 }

const SHAPES = [
  NEURON,
  { shift: 1, outputBits: 3, accumulatorBits: 8 },
  { shift: 4, outputBits: 7, accumulatorBits: 10 },
]

export const neurons: Check = {
  id: '7.2/neurons',
  task: '7.2',
  name: 'every neuron of the model on held-out digits, and the ends of the range',
  async run(ctx) {
    const { reluShift } = await ctx.module(GADGETS)
    const cases = SHAPES.flatMap((shape) => {
      const reach = 2 ** shape.accumulatorBits
      const half = 2 ** (shape.shift - 1)
      const top = 2 ** (shape.shift + shape.outputBits)
      const ends = [
        0,
        1,
        -1,
        half - 1,
        half,
        -half,
        -half - 1,
        top - half - 1,
        top - half,
        top,
        reach - 1,
        -reach,
      ]
      const inside = ends.filter((acc) => acc >= -reach && acc < reach)
      while (inside.length < 70) inside.push(Math.floor((2 * ctx.rng() - 1) * reach))
      return inside.map((acc) => ({ acc, shape }))
    })
    for (const [at, { acc, shape }] of each(ctx, cases)) {
      const circuit = bench(['acc'], (builder, [input]) => [reluShift(builder, input!, shape)])
      const witness = fill(circuit, { acc: BigInt(acc) })
      const want = requantize(acc, 1, shape.shift, 0, 0, 2 ** shape.outputBits - 1)
      const input = `acc = ${acc}, shift ${shape.shift}, ${shape.outputBits} output bits`
      const opts = { ...at, input, oracle: 'TypeScript reference', where: GADGETS, unit: 'LSB' }
      ctx.expectTrue(isTaken(circuit, witness), `the circuit has no witness for ${input}`, opts)
      ctx.expectEqual(Number(outputsOf(circuit, witness)[0]), want, opts)
    }
  },
}

export const neuronsDoNotLie: Check = {
  id: '7.2/lies',
  task: '7.2',
  name: 'a prover that fills in another activation is found out',
  async run(ctx) {
    const { reluShift } = await ctx.module(GADGETS)
    const cases = SHAPES.flatMap((shape) =>
      [0, -5, 40, -(2 ** shape.accumulatorBits), 2 ** shape.accumulatorBits - 1].map((acc) => ({
        acc,
        shape,
      })),
    )
    for (const [at, { acc, shape }] of each(ctx, cases)) {
      const circuit = bench(['acc'], (builder, [input]) => [reluShift(builder, input!, shape)])
      expectNoLie(ctx, findLie(circuit, { acc: BigInt(acc) }), `acc = ${acc}, shift ${shape.shift}`, at)
    }
  },
}

export const highest: Check = {
  id: '7.3/highest',
  task: '7.3',
  name: 'the index of the highest score, the lowest of a tie; no lie about it',
  async run(ctx) {
    const { argmax } = await ctx.module(GADGETS)
    const rows = [
      [4],
      [1, 1],
      [0, 0, 0, 0],
      [-7, 9, 9, 2],
      [9, -9, 9],
      [5, 6, 7, 8, 9, 9, 8, 7, 6, 5],
      [-3, -2, -2, -3],
    ]
    while (rows.length < 60) {
      const length = 2 + Math.floor(9 * ctx.rng())
      rows.push(Array.from({ length }, () => Math.floor(40 * ctx.rng()) - 20))
    }
    for (const [at, scores] of each(ctx, rows)) {
      const names = scores.map((_, i) => `score${i}`)
      const circuit = bench(names, (builder, inputs) => [argmax(builder, inputs, 7)])
      const inputs = Object.fromEntries(scores.map((score, i) => [names[i]!, BigInt(score)]))
      const witness = fill(circuit, inputs)
      const input = `scores ${scores.join(', ')}`
      const opts = { ...at, input, where: GADGETS, unit: 'label' }
      ctx.expectTrue(isTaken(circuit, witness), `the circuit has no witness for ${input}`, opts)
      ctx.expectEqual(Number(outputsOf(circuit, witness)[0]), scores.indexOf(Math.max(...scores)), opts)
      if (at.case < 12) expectNoLie(ctx, findLie(circuit, inputs), input, at)
    }
  },
}
