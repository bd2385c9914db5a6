/** The second contract: claims that one challenge settles, and inputs sealed for a while. */
import type { Check, CheckContext } from '@inkling/lab'
import { type DenseLayer, type LayerModel, loadModel, predict, predictLayers } from '@inkling/model'
import { randomSalt } from '@inkling/proof'
import { type Address, concatHex, type Hex, keccak256, numberToHex } from 'viem'
import { layerBytes } from './layer-bytes.ts'
import { hex } from './proofs.ts'

import { copyOf, heldOut, inWords } from './scene.ts'

/** As in contract/src/steps.rs. */
const BOND = 1_000_000_000_000_000n

const WINDOW = 600

export const claims: Check = {
  id: '7.4/claims',
  task: '7.4',
  name: 'what comes first: one challenge settles a false claim, and nobody’s watch makes it final',
  async run(ctx) {
    const contract = await copyOf(ctx, await ctx.contract('steps'))
    const model = loadModel(await ctx.text('data/model.json')) as LayerModel
    const layers = model.layers.map((layer) => hex(layerBytes(layer as DenseLayer)))
    const commitment = keccak256(concatHex(layers.map((layer) => keccak256(layer))))
    ctx.expectEqual((await ctx.call(contract, 'modelCommitment')).value, commitment, {
      input: 'modelCommitment(), against the bytes of data/model.json',
    })
    const [alice, bob] = ctx.accounts as [Address, Address]
    const says = async (fn: string, args: unknown[], from: Address, value?: bigint) =>
      inWords(await ctx.send(contract, fn, args, { from, ...(value === undefined ? {} : { value }) }))
    const image = heldOut(Math.floor(450 * ctx.rng()))
    const honest = tracesOf(model, image)
    const falseScores = { ...honest, scores: raised(honest.scores, 0) }
    const falseHidden = { ...honest, hidden: raised(honest.hidden, 3) }
    const traces = [honest, falseScores, falseHidden]
    const claim = ({ pixels, hidden, scores }: typeof honest) => [pixels, hidden, scores]
    ctx.expectEqual(await says('claim', claim(honest), alice), `WrongBond(${BOND}, 0)`, {
      input: 'a claim without a bond',
    })
    for (const trace of traces)
      ctx.expectEqual(await says('claim', claim(trace), alice, BOND), 'accepted', {
        input: 'a claim with its bond',
      })
    const challenge = (id: number, index: number, layer = layers[index]!) => [id, index, traces[id]!, layer]
    const refused: [string, unknown[], string][] = [
      ['an honest claim, layer 0', challenge(0, 0), 'LayerIsRight(0)'],
      ['an honest claim, layer 1', challenge(0, 1), 'LayerIsRight(1)'],
      ['false scores, but layer 0 challenged', challenge(1, 0), 'LayerIsRight(0)'],
      ['bytes of another model', challenge(1, 1, layers[0]!), 'NotTheModel()'],
      ['layer 2 of 2', challenge(1, 2, layers[1]!), 'NotTheModel()'],
      ['values that were never claimed', [1, 1, honest, layers[1]], 'NotTheClaim()'],
      ['a claim that is none', [7, 0, honest, layers[0]], 'NoSuchClaim(7)'],
    ]
    for (const [input, args, want] of refused)
      ctx.expectEqual(await says('challenge', args, bob), want, { input: `challenge: ${input}` })
    for (const [id, index] of [
      [1, 1],
      [2, 0],
    ] as const) {
      const held = await ctx.publicClient.getBalance({ address: contract.address })
      const outcome = await ctx.send(contract, 'challenge', challenge(id, index), { from: bob })
      ctx.expectEqual(inWords(outcome), 'accepted', {
        input: `challenge: claim ${id}, layer ${index}, which is false`,
      })
      const left = await ctx.publicClient.getBalance({ address: contract.address })
      ctx.expectEqual(held - left, BOND, { input: 'wei paid to the challenger' })
      if (id === 2)
        ctx.note(
          `the second contract, steps.rs: a challenge ran one layer again for ${outcome.gasUsed.toLocaleString('en-US')} gas`,
        )
    }
    ctx.expectEqual(await says('challenge', challenge(1, 1), bob), 'NoSuchClaim(1)', {
      input: 'a second challenge',
    })
    const early = await says('settle', [0], alice)
    ctx.expectTrue(early.startsWith('TooEarly('), `settle within the window: ${early}`)
    if (!(await wait(ctx, WINDOW))) return
    // Nobody watched: a lie of the same kind is final now.
    ctx.expectEqual(await says('claim', claim(falseScores), alice, BOND), 'accepted', {
      input: 'a false claim',
    })
    await wait(ctx, WINDOW)
    const late = await says('challenge', [3, 1, falseScores, layers[1]], bob)
    ctx.expectTrue(late.startsWith('TooLate('), `a challenge after the window: ${late}`)
    for (const id of [0, 3])
      ctx.expectEqual(await says('settle', [id], alice), 'accepted', { input: `settle claim ${id}` })
  },
}

export const letters: Check = {
  id: '7.4/letters',
  task: '7.4',
  name: 'what comes first: an input that is sealed for a while, opened in time or forfeited',
  async run(ctx) {
    const contract = await copyOf(ctx, await ctx.contract('steps'))
    const model = loadModel(await ctx.text('data/model.json')) as LayerModel
    const layers = model.layers.map((layer) => hex(layerBytes(layer as DenseLayer)))
    const [alice, bob] = ctx.accounts as [Address, Address]
    const image = heldOut(Math.floor(450 * ctx.rng()))
    const salt = numberToHex(randomSalt(), { size: 32 })
    const { pixels } = tracesOf(model, image)
    const sealed = keccak256(concatHex([alice, pixels, salt]))
    const says = async (fn: string, args: unknown[], from: Address, value?: bigint) =>
      inWords(await ctx.send(contract, fn, args, { from, ...(value === undefined ? {} : { value }) }))
    ctx.expectEqual(await says('open', [pixels, salt, layers], alice), 'NotSealed()', {
      input: 'open before seal',
    })
    ctx.expectEqual(await says('seal', [sealed], alice, BOND), 'accepted', { input: 'seal' })
    ctx.expectEqual(await says('open', [pixels, salt, layers], bob), 'NotSealed()', {
      input: 'open somebody else’s',
    })
    ctx.expectEqual(await says('seal', [sealed], bob, BOND), 'accepted', { input: 'seal a copied hash' })
    ctx.expectEqual(await says('open', [pixels, keccak256(salt), layers], alice), 'NotTheInput()', {
      input: 'another salt',
    })
    ctx.expectEqual(await says('open', [pixels, salt, [...layers].reverse()], alice), 'NotTheModel()', {
      input: 'another model',
    })
    const opened = await ctx.call(contract, 'open', [pixels, salt, layers], { from: alice })
    ctx.expectEqual(Number(opened.value), predict(model, image).label, {
      input: 'the class of what was sealed',
    })
    ctx.expectEqual(await says('open', [pixels, salt, layers], alice), 'accepted', { input: 'open in time' })
    ctx.expectEqual(await says('open', [pixels, salt, layers], alice), 'NotSealed()', { input: 'open twice' })
    ctx.expectEqual(await says('open', [pixels, salt, layers], bob), 'NotTheInput()', {
      input: 'open a copied hash with what its maker has shown',
    })
    ctx.expectEqual(await says('seal', [sealed], alice, BOND), 'accepted', { input: 'seal again' })
    const early = await says('forfeit', [alice], bob)
    ctx.expectTrue(early.startsWith('TooEarly('), `forfeit within the window: ${early}`)
    if (!(await wait(ctx, WINDOW))) return
    const late = await says('open', [pixels, salt, layers], alice)
    ctx.expectTrue(late.startsWith('TooLate('), `open after the window: ${late}`)
    ctx.expectEqual(await says('forfeit', [alice], bob), 'accepted', { input: 'forfeit after the window' })
  },
}

/** What a claim says of an image: its pixels, the hidden values and the scores, as bytes. */
function tracesOf(model: LayerModel, image: number[]): { pixels: Hex; hidden: Hex; scores: Hex } {
  const [first, second] = predictLayers(model, image)
  const scores = new DataView(new ArrayBuffer(40))
  for (const [i, score] of [...second!.output].entries()) scores.setInt32(4 * i, score, true)
  return {
    pixels: hex(Uint8Array.from(image)),
    hidden: hex(Uint8Array.from(first!.output)),
    scores: hex(new Uint8Array(scores.buffer)),
  }
}

/** One byte more by one: a lie as small as it can be. */
function raised(bytes: Hex, at: number): Hex {
  const copy = Uint8Array.from(Buffer.from(bytes.slice(2), 'hex'))
  copy[at]! += 1
  return hex(copy)
}

/** Moves a development chain's clock. Other nodes have their own time: false, and the rest of the check is left out. */
async function wait(ctx: CheckContext, seconds: number): Promise<boolean> {
  if (ctx.engine.kind !== 'embedded') {
    ctx.note('what happens after a window was not checked: this node’s clock can’t be moved')
    return false
  }
  await ctx.publicClient.request({ method: 'evm_increaseTime', params: [seconds] } as never)
  return true
}
