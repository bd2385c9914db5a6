/** Task 7.5: what a submission has to be bound to, and a proof for real. */
import type { Check } from '@inkling/lab'
import { predict } from '@inkling/model'
import {
  classifierInputs,
  commitToInput,
  decodeProof,
  encodeProof,
  makeWitness,
  prove,
  provingKeyFrom,
  R,
  randomSalt,
  requestContext,
  verifyingKeyHash,
} from '@inkling/proof'
import { type Address, concatHex, type Hex, keccak256, numberToHex, parseAbi } from 'viem'
import { calldataOf, damagedCalldata } from './calldata.ts'
import { digitCircuit, parseTrapdoor } from './circuit.ts'
import { hex, malleated, simulated } from './proofs.ts'

import { CORE, each, GADGETS, heldOut, inWords, type Submission, scene } from './scene.ts'

const MOST_CONSTRAINTS = 1_700

export const once: Check = {
  id: '7.5/once',
  task: '7.5',
  name: 'a request id counts once for its sender, whatever the proof’s bytes',
  async run(ctx) {
    const { contract, prepare, submit } = await scene(ctx, 'fresh')
    const [alice, bob] = ctx.accounts as [Address, Address]
    const opts = { where: CORE }
    const first = await prepare({ sender: alice, requestId: 1n, class: 4 })
    ctx.expectEqual(await submit(first, alice), 'accepted', {
      ...opts,
      input: 'a first submission, its ctx of chain id, contract, sender, request id, commitment',
    })
    ctx.expectEqual((await ctx.call(contract, 'isUsed', [alice, 1n])).value, true, {
      ...opts,
      input: 'isUsed after it',
    })
    const again = 'RequestUsed(1)'
    ctx.expectEqual(await submit(first, alice), again, { ...opts, input: 'the same submission again' })
    const form = encodeProof(malleated(decodeProof(first.proof)))
    ctx.expectEqual(await submit({ ...first, proof: form }, alice), again, {
      ...opts,
      input: 'the same proof as (-A, -B, C)',
    })
    const remade = await prepare({ sender: alice, requestId: 1n, class: 4, inputCommit: first.inputCommit })
    ctx.expectEqual(await submit(remade, alice), again, {
      ...opts,
      input: 'another proof of the same statement',
    })
    const other = await prepare({ sender: alice, requestId: 2n, class: 5 })
    ctx.expectEqual(await submit(other, alice), 'accepted', { ...opts, input: 'another request' })
    const hers = await prepare({ sender: bob, requestId: 1n, class: 4, inputCommit: first.inputCommit })
    ctx.expectEqual(await submit(hers, bob), 'accepted', {
      ...opts,
      input: 'the same id from another account',
    })
  },
}

export const refusedLeavesNothing: Check = {
  id: '7.5/refused',
  task: '7.5',
  name: 'what was refused leaves the request id unused',
  async run(ctx) {
    const { contract, key, prepare, submit } = await scene(ctx, 'fresh')
    const [alice] = ctx.accounts as [Address]
    const good = await prepare({ sender: alice, requestId: 9n, class: 2 })
    const broken = good.proof.slice()
    broken[200]! ^= 1
    const attacks: [string, Partial<Submission>, RegExp][] = [
      ['another class', { class: 3 }, /^NotProven\(\)$/],
      ['class 10', { class: 10 }, /^NoSuchClass\(10\)$/],
      ['class 255', { class: 255 }, /^NoSuchClass\(255\)$/],
      ['a commitment nobody registered', { inputCommit: good.inputCommit + 1n }, /^UnknownCommitment\(/],
      ['a tampered proof', { proof: broken }, /^(NotProven\(\)|CurveCallFailed\(8\)|CoordinateTooLarge)/],
      ['a proof of 255 bytes', { proof: good.proof.slice(1) }, /^WrongLength\(256, 255\)$/],
    ]
    for (const [at, [input, change, want]] of each(ctx, attacks)) {
      const outcome = await submit({ ...good, ...change }, alice)
      ctx.expectTrue(want.test(outcome), `${input}: ${outcome}`, { ...at, input, where: CORE })
      ctx.expectEqual((await ctx.call(contract, 'isUsed', [alice, 9n])).value, false, {
        ...at,
        input,
        where: CORE,
      })
    }
    // A second encoding of the commitment: registered, but no signal below r.
    const alias = good.inputCommit + R
    await ctx.send(contract, 'register', [alias])
    const request = { chainId: ctx.engine.chainId, contract: contract.address, sender: alice, requestId: 9n }
    const words = [request.chainId, request.contract, request.sender, 9n, alias]
    const signals = [good.inputCommit, 2n, contextOf(words)]
    const proof = simulated(key, parseTrapdoor(await ctx.text('data/trapdoor.json')), signals)
    ctx.expectEqual(await submit({ ...good, inputCommit: alias, proof }, alice), 'SignalTooLarge(0)', {
      input: 'the commitment plus r, registered as if it were another',
      where: CORE,
    })
    const calldata = calldataOf(contract, good)
    const passes = (data: Hex) =>
      ctx.publicClient.call({ to: contract.address, data, account: alice, gas: 400_000n }).then(
        () => true,
        () => false,
      )
    ctx.expectTrue(await passes(calldata), 'calldata as it should be', { where: CORE })
    for (const [input, data] of damagedCalldata(calldata, good))
      ctx.expectTrue(!(await passes(data)), `${input} is taken`, { input, where: 'contract/src/contract.rs' })
    ctx.expectEqual(await submit(good, alice), 'accepted', {
      input: 'the proof itself, after all that',
      where: CORE,
    })
  },
}

export const bound: Check = {
  id: '7.5/context',
  task: '7.5',
  name: 'a proof counts for its chain, contract, sender, request and commitment alone',
  async run(ctx) {
    const { contract, prepare, submit } = await scene(ctx, 'fresh')
    const [alice, bob] = ctx.accounts as [Address, Address]
    const elsewhere = (await scene(ctx, 'fresh')).contract.address
    const base = await prepare({ sender: alice, requestId: 5n, class: 8 })
    const attacks: [string, Parameters<typeof prepare>[0], Address][] = [
      ['made for another chain', { sender: alice, requestId: 5n, class: 8, chainId: 1 }, alice],
      ['made for another contract', { sender: alice, requestId: 5n, class: 8, contract: elsewhere }, alice],
      ['made for another sender (a copied submission)', { sender: alice, requestId: 5n, class: 8 }, bob],
      ['made for another request', { sender: alice, requestId: 6n, class: 8 }, alice],
    ]
    for (const [at, [input, made, sender]] of each(ctx, attacks)) {
      const proof = (await prepare({ ...made, inputCommit: base.inputCommit })).proof
      const outcome = await submit({ ...base, proof }, sender)
      ctx.expectEqual(outcome, 'NotProven()', { ...at, input: `a proof ${input}`, where: CORE })
    }
    const other = await prepare({ sender: alice, requestId: 5n, class: 8 })
    ctx.expectEqual(await submit({ ...base, proof: other.proof }, alice), 'NotProven()', {
      input: 'a proof of another commitment',
      where: CORE,
    })
    ctx.expectEqual(await submit(base, alice), 'accepted', {
      input: 'the proof that was made for it',
      where: CORE,
    })
    void contract
  },
}

export const whole: Check = {
  id: '7.6/whole',
  task: '7.6',
  name: 'your circuit proves the class of a held-out digit, and the chain takes it',
  async run(ctx) {
    const { contract, model, trapdoor, key } = await scene(ctx, 'fresh')
    const { reluShift, argmax } = await ctx.module(GADGETS)
    const circuit = digitCircuit(model, { reluShift, argmax })
    const count = circuit.constraints.length
    ctx.expectTrue(
      count <= MOST_CONSTRAINTS,
      `your circuit has ${count} constraints, ${MOST_CONSTRAINTS} are enough`,
      { where: GADGETS },
    )
    const provingKey = await provingKeyFrom(circuit, trapdoor)
    ctx.expectTrue(
      verifyingKeyHash(provingKey.verifyingKey) === verifyingKeyHash(key),
      'contract/core/src/key.rs is the key of another circuit than yours. npm run lab -- run labs/07-secret-digit/setup.ts makes yours; then check again',
      { where: 'contract/core/src/key.rs' },
    )
    const image = heldOut(Math.floor(450 * ctx.rng()))
    const salt = randomSalt()
    const inputCommit = commitToInput(model.input, image, salt)
    const sender = ctx.accounts[0]!
    const context = requestContext({
      chainId: ctx.engine.chainId,
      contract: contract.address,
      sender,
      requestId: 1n,
      inputCommit,
    })
    const { inputs } = classifierInputs(model, image, { salt, ctx: context })
    const proof = encodeProof(await prove(provingKey, makeWitness(circuit, inputs)))
    await ctx.send(contract, 'register', [inputCommit])
    const label = predict(model, image).label
    const args = [1n, inputCommit, label, hex(proof)]
    const outcome = await ctx.send(contract, 'submit', args)
    ctx.expectEqual(inWords(outcome), 'accepted', {
      input: `a proof that a secret image is a ${label}`,
      where: CORE,
    })
    const words = outcome.gasUsed.toLocaleString('en-US')
    ctx.note(`${count} constraints, proved and submitted for ${words} gas`)
  },
}

export const costs: Check = {
  id: '7.5/cost',
  task: '7.5',
  name: 'a whole transaction stays within its budget, the program cached as a live one is',
  async run(ctx) {
    const { contract, prepare } = await scene(ctx, 'fresh')
    const [sender] = ctx.accounts as [Address]
    const hash = await ctx.walletClient.writeContract({
      address: '0x0000000000000000000000000000000000000072',
      abi: parseAbi(['function cacheProgram(address program)']),
      functionName: 'cacheProgram',
      args: [contract.address],
      account: ctx.walletClient.account!,
      chain: ctx.walletClient.chain,
    })
    await ctx.publicClient.waitForTransactionReceipt({ hash })
    let worst = 0n
    for (const [i, label] of [0, 7, 9].entries()) {
      const made = await prepare({ sender, requestId: BigInt(i), class: label })
      const args = [made.requestId, made.inputCommit, label, hex(made.proof)]
      const outcome = await ctx.send(contract, 'submit', args)
      ctx.expectEqual(inWords(outcome), 'accepted', { input: `a proof of class ${label}`, where: CORE })
      if (outcome.gasUsed > worst) worst = outcome.gasUsed
    }
    ctx.metric('gas.submit', Number(worst), 'gas')
    ctx.metric('bytes.code', contract.code.length, 'bytes')
  },
}

/** The context of these words, also for a commitment that `requestContext` refuses to hash. */
function contextOf(words: (bigint | number | string)[]): bigint {
  const data = concatHex(words.map((word) => numberToHex(BigInt(word), { size: 32 })))
  return BigInt(keccak256(data)) & ((1n << 248n) - 1n)
}
