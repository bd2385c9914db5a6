/** Task 7.6: what a kept trapdoor is worth, before and after a ceremony. */
import type { Check } from '@inkling/lab'
import { predict } from '@inkling/model'
import {
  commitToInput,
  contribute,
  encodeProof,
  makeWitness,
  prove,
  provingKeyFrom,
  randomSalt,
  requestContext,
  verify,
  verifyingKeyHash,
} from '@inkling/proof'
import { bench } from './cheat.ts'
import { keyIn } from './proofs.ts'

import { FORGE, heldOut, inWords, scene } from './scene.ts'

export const forges: Check = {
  id: '7.6/forgery',
  task: '7.6',
  name: 'a false class that the development key takes, and the ceremony’s key does not',
  async run(ctx) {
    const { contract, key, trapdoor, model, submit } = await scene(ctx, 'fresh')
    const { forge } = await ctx.module(FORGE)
    const ceremony = keyIn(await ctx.text('contract/core/src/key.rs'), 'CEREMONY')
    const sender = ctx.accounts[0]!
    const image = heldOut(Math.floor(450 * ctx.rng()))
    const inputCommit = commitToInput(model.input, image, randomSalt())
    const label = predict(model, image).label
    await ctx.send(contract, 'register', [inputCommit])
    const lie = (requestId: bigint, by: number) => {
      const request = {
        chainId: ctx.engine.chainId,
        contract: contract.address,
        sender,
        requestId,
        inputCommit,
      }
      const claimed = (label + by) % 10
      return {
        requestId,
        inputCommit,
        class: claimed,
        signals: [inputCommit, BigInt(claimed), requestContext(request)],
      }
    }
    for (const by of [1, 4]) {
      const { signals, ...rest } = lie(BigInt(by), by)
      const input = `a ${label} that you call a ${rest.class}`
      const proof = forge(key, trapdoor, signals)
      ctx.expectTrue(verify(key, signals, proof), `${input}: the equation does not hold`, {
        input,
        where: FORGE,
      })
      const outcome = await submit({ ...rest, proof: encodeProof(proof) }, sender)
      ctx.expectEqual(outcome, 'accepted', { input, where: FORGE })
    }
    const [one, another] = [1, 2].map(() => encodeProof(forge(key, trapdoor, lie(1n, 1).signals)).join())
    ctx.expectTrue(one !== another, 'two forgeries of one statement are equal: a and b are free', {
      where: FORGE,
    })
    const stranger = await ctx.send(contract, 'useCeremonyKey', [], { from: ctx.accounts[1]! })
    ctx.expectEqual(inWords(stranger), 'NotKeeper()', { input: 'useCeremonyKey() by a stranger' })
    ctx.expectEqual(inWords(await ctx.send(contract, 'useCeremonyKey')), 'accepted', {
      input: 'useCeremonyKey()',
    })
    ctx.expectEqual((await ctx.call(contract, 'keyHash')).value, verifyingKeyHash(ceremony), {
      input: 'keyHash()',
    })
    const { signals, ...rest } = lie(7n, 1)
    for (const made of [key, ceremony]) {
      const proof = encodeProof(forge(made, trapdoor, signals))
      ctx.expectEqual(await submit({ ...rest, proof }, sender), 'NotProven()', {
        input: `a forgery for the ${made === key ? 'old' : 'new'} key, after the ceremony`,
        where: FORGE,
      })
    }
  },
}

export const ceremony: Check = {
  id: '7.6/ceremony',
  task: '7.6',
  name: 'one contribution is enough: honest proofs hold under the new key, forgeries do not',
  async run(ctx) {
    const { trapdoor } = await scene(ctx)
    const { forge } = await ctx.module(FORGE)
    // A circuit of one multiplication: what a contribution does is the same for every circuit.
    const small = bench(['a'], (builder, [a]) => [builder.multiply(a!, a!, 'square')])
    const before = await provingKeyFrom(small.circuit, trapdoor)
    const after = await contribute(before)
    const honest = await prove(after, makeWitness(small.circuit, { a: 5 }))
    ctx.expectTrue(verify(after.verifyingKey, [5n], honest), 'an honest proof holds under the new key')
    ctx.expectTrue(
      verify(before.verifyingKey, [5n], forge(before.verifyingKey, trapdoor, [5n])),
      'a forgery holds under the old key',
      { where: FORGE },
    )
    ctx.expectTrue(
      !verify(after.verifyingKey, [5n], forge(after.verifyingKey, trapdoor, [5n])),
      'a forgery with the old trapdoor holds under the new key: is delta in your C?',
      { where: FORGE },
    )
  },
}
