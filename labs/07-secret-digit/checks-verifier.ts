/** Task 7.4: what a verifier has to refuse. */
import type { Check } from '@inkling/lab'
import { P, R } from '@inkling/proof'
import { bn254 } from '@noble/curves/bn254.js'
import { concatHex, type Hex, numberToHex } from 'viem'
import { hex, simulated, withWord, wordAt } from './proofs.ts'

import { CORE, each, expectCheap, field, inWords, keys, scene } from './scene.ts'

export const accepts: Check = {
  id: '7.4/proofs',
  task: '7.4',
  name: 'takes a proof for its own statement and key, and for no other',
  async run(ctx) {
    const { contract, key, trapdoor } = await scene(ctx)
    for (const [at, i] of each(ctx, [0, 1, 2, 3])) {
      const signals = [field(ctx), BigInt(i), field(ctx) >> 8n] as const
      const proof = simulated(key, trapdoor, signals)
      const input = `a proof of class ${i}`
      const says = async (others: readonly bigint[], bytes: Uint8Array) =>
        inWords(await ctx.call(contract, 'verify', [others, hex(bytes)]))
      const opts = { ...at, where: CORE }
      ctx.expectEqual(await says(signals, proof), 'accepted', { ...opts, input })
      for (const index of [0, 1, 2]) {
        const others = signals.map((signal, k) => (k === index ? signal + 1n : signal))
        ctx.expectEqual(await says(others, proof), 'NotProven()', {
          ...opts,
          input: `${input}, with ${['another commitment', 'another class', 'another ctx'][index]}`,
        })
      }
      const other = { ...trapdoor, delta: trapdoor.delta + 1n }
      ctx.expectEqual(await says(signals, simulated(key, other, signals)), 'NotProven()', {
        ...opts,
        input: `${input}, made with another set-up’s key`,
      })
    }
  },
}

export const malformed: Check = {
  id: '7.4/malformed',
  task: '7.4',
  name: 'nothing malformed gets through, and none of it burns more than a proof costs',
  async run(ctx) {
    const { contract, key, trapdoor } = await scene(ctx)
    const signals = [field(ctx), 3n, field(ctx) >> 8n]
    const proof = simulated(key, trapdoor, signals)
    const cases: { input: string; signals?: bigint[]; proof?: Uint8Array; want: string }[] = []
    for (const [i, name] of ['commitment', 'class', 'ctx'].entries())
      cases.push({
        input: `${name} plus r: the same number to a precompile`,
        signals: signals.map((signal, k) => (k === i ? signal + R : signal)),
        want: `SignalTooLarge(${i})`,
      })
    cases.push({
      input: 'ctx of all ones',
      signals: [signals[0]!, 3n, 2n ** 256n - 1n],
      want: 'SignalTooLarge(2)',
    })
    for (let i = 0; i < 8; i++)
      cases.push({
        input: `coordinate ${i} plus p`,
        proof: withWord(proof, i, wordAt(proof, i) + P),
        want: `CoordinateTooLarge(${i})`,
      })
    for (const [i, words] of [
      [0, 1],
      [2, 3, 4, 5],
      [6, 7],
    ].entries())
      cases.push({
        input: `${'ABC'[i]} at infinity`,
        proof: words.reduce((bytes, word) => withWord(bytes, word, 0n), proof),
        want: `PointAtInfinity(${i})`,
      })
    const failed = 'CurveCallFailed(8)'
    for (const i of [1, 7])
      cases.push({
        input: `${i === 1 ? 'A' : 'C'} off the curve`,
        proof: withWord(proof, i, wordAt(proof, i) - 1n),
        want: failed,
      })
    cases.push({ input: 'B off the curve', proof: withWord(proof, 3, wordAt(proof, 3) ^ 1n), want: failed })
    const swapped = [3, 2, 5, 4].reduce(
      (bytes, from, k) => withWord(bytes, 2 + k, wordAt(proof, from)),
      proof,
    )
    cases.push({ input: 'real and imaginary parts of B swapped', proof: swapped, want: failed })
    const stray = outsideSubgroup().reduce((bytes, value, k) => withWord(bytes, 2 + k, value), proof)
    cases.push({ input: 'B on the curve, outside the subgroup', proof: stray, want: failed })
    for (const length of [0, 255, 257, 512])
      cases.push({
        input: `${length} bytes`,
        proof: new Uint8Array(length).fill(1),
        want: `WrongLength(256, ${length})`,
      })
    for (const [at, { input, want, ...given }] of each(ctx, cases)) {
      const outcome = await ctx.call(contract, 'verify', [
        given.signals ?? signals,
        hex(given.proof ?? proof),
      ])
      ctx.expectEqual(inWords(outcome), want, { ...at, input, where: CORE })
      expectCheap(ctx, outcome.gas, input, at)
    }
  },
}

export const tampered: Check = {
  id: '7.4/tampered',
  task: '7.4',
  name: 'any flipped bit of a proof is refused, within the gas of a proof',
  async run(ctx) {
    const { contract, key, trapdoor } = await scene(ctx)
    const signals = [field(ctx), 7n, field(ctx) >> 8n]
    const proof = simulated(key, trapdoor, signals)
    const flips = Array.from({ length: 64 }, (_, i) => Math.floor((2048 * (i + ctx.rng())) / 64))
    for (const [at, bit] of each(ctx, flips)) {
      const bytes = proof.slice()
      bytes[bit >> 3]! ^= 128 >> (bit & 7)
      const outcome = await ctx.call(contract, 'verify', [signals, hex(bytes)])
      const input = `a proof whose bit ${bit} is flipped`
      const refused = /^(NotProven|CurveCallFailed|CoordinateTooLarge)\(/.test(inWords(outcome))
      ctx.expectTrue(refused, `${input}: ${inWords(outcome)}`, { ...at, input, where: CORE })
      expectCheap(ctx, outcome.gas, input, at)
    }
  },
}

export const answers: Check = {
  id: '7.4/answers',
  task: '7.4',
  name: 'a precompile that fails, or answers with another length, has proved nothing',
  async run(ctx) {
    const contract = await ctx.contract('steps')
    const { key, trapdoor } = await keys(ctx)
    const signals = [field(ctx), 3n, field(ctx) >> 8n]
    const proof = hex(simulated(key, trapdoor, signals))
    const one = numberToHex(1, { size: 32 })
    const failed = 'CurveCallFailed(8)'
    const cases: { input: string; succeeds?: boolean; answer: Hex; want: string }[] = [
      { input: 'success with the number 1', answer: one, want: 'accepted' },
      { input: 'a failed call', succeeds: false, answer: '0x', want: failed },
      { input: 'a failed call that left a 1 behind', succeeds: false, answer: one, want: failed },
      { input: 'success with no bytes: no precompile there', answer: '0x', want: failed },
      { input: 'success with 31 bytes', answer: numberToHex(1, { size: 31 }), want: failed },
      { input: 'success with 64 bytes', answer: concatHex([one, one]), want: failed },
      { input: 'success with the number 0', answer: numberToHex(0, { size: 32 }), want: 'NotProven()' },
      { input: 'success with the number 2', answer: numberToHex(2, { size: 32 }), want: 'NotProven()' },
      {
        input: 'success with 2^255 + 1',
        answer: numberToHex(2n ** 255n + 1n, { size: 32 }),
        want: 'NotProven()',
      },
    ]
    for (const [at, { input, succeeds = true, answer, want }] of each(ctx, cases)) {
      const outcome = await ctx.call(contract, 'verifyWith', [succeeds, answer, signals, proof])
      ctx.expectEqual(inWords(outcome), want, { ...at, input: `the pairing answers: ${input}`, where: CORE })
      if (want === 'accepted')
        ctx.expectEqual(Number(outcome.value), 181_000, {
          ...at,
          input: 'gas offered to the pairing',
          where: CORE,
        })
    }
  },
}

/** Four words of a point on the twist that is not in the subgroup of order r. */
function outsideSubgroup(): bigint[] {
  const { Fp2 } = bn254.fields
  const b = Fp2.mul(Fp2.fromBigTuple([3n, 0n]), Fp2.inv(Fp2.fromBigTuple([9n, 1n])))
  for (let k = 1n; ; k++) {
    const x = Fp2.fromBigTuple([k, 1n])
    try {
      const y = Fp2.sqrt(Fp2.add(Fp2.mul(Fp2.sqr(x), x), b))
      return [x.c1, x.c0, y.c1, y.c0]
    } catch {
      // no square: the next x
    }
  }
}
