/** Tasks 8.3 and 8.4: upgrades with notice, pins, and what a call gives and costs. */
import { type Check, dearestCall, eachCase, outcomeInWords, recordInk } from '@inkling/lab'
import { packU8, predict } from '@inkling/model'
import { type Hex, keccak256 } from 'viem'
import {
  CORE,
  heldOut,
  type Net,
  NOTICE,
  netOf,
  put,
  scene,
  smallNet,
  theModel,
  theNet,
  timeOf,
  unheardOf,
  wait,
} from './scene.ts'

export const proposes: Check = {
  id: '8.3/proposal',
  task: '8.3',
  name: 'a version is the owner’s to propose, of the same schema, and gives notice',
  async run(ctx) {
    const { says, asks, register, propose } = await scene(ctx)
    const [alice, bob] = ctx.accounts
    const [first, second, other] = [netOf(smallNet(1)), netOf(smallNet(2), 20), netOf(smallNet(3, 16))]
    await put(ctx, [...first.contracts, ...second.contracts, ...other.contracts])
    await register(first, alice)
    const keyHash = keccak256('0x01')
    const refused: [string, string, string][] = [
      ['somebody else proposes', await propose(0, second, bob), 'NotOwner()'],
      ['somebody else proposes a net of another schema', await propose(0, other, bob), 'NotOwner()'],
      ['a model that nobody registered', await propose(1, second, alice), 'NoSuchModel(1)'],
      ['a net of another schema', await propose(0, other, alice), 'OtherSchema()'],
      ['the hash of another net', await propose(0, { ...second, hash: first.hash }, alice), 'WrongHash()'],
      [
        'a part that is missing',
        await propose(0, { ...second, parts: [second.parts[0]!, unheardOf(ctx).address] }, alice),
        'MissingPart(1)',
      ],
    ]
    for (const [input, got, want] of refused) {
      ctx.expectEqual(got, want, { input, where: CORE })
      ctx.expectEqual(await asks('versionCount', [0]), 1, {
        input: `versions after it: ${input}`,
        where: CORE,
      })
    }
    const opts = { input: 'the owner proposes a version', where: CORE }
    ctx.expectEqual(await says('propose', [0, second.hash, keyHash, second.parts], alice), 'accepted', opts)
    const now = await timeOf(ctx)
    const [hash, key, from, deprecated] = (await asks('version', [0, 2])) as [Hex, Hex, bigint, boolean]
    ctx.expectEqual([hash, key, deprecated], [second.hash, keyHash, false], opts)
    ctx.expectEqual(Number(from) - now, NOTICE, { ...opts, unit: 'seconds of notice' })
  },
}

export const pins: Check = {
  id: '8.4/pins',
  task: '8.4',
  name: 'a pin gets its version or an error, and 0 the newest that may answer',
  async run(ctx) {
    const { says, asks, register, propose } = await scene(ctx)
    const nets = [1, 2, 3].map((seed) => netOf(smallNet(seed))) as [Net, Net, Net]
    await put(
      ctx,
      nets.flatMap(({ contracts }) => contracts),
    )
    let step = 0
    const expectPins = async (when: string, want: string[]) => {
      for (const [pin, words] of want.entries()) {
        const got = String(await asks('answering', [0, pin]))
        ctx.expectEqual(got.replace(/\d{6,}/, 'T'), words, {
          input: `${when}; the caller ${pin === 0 ? 'asks for 0, the newest' : `pins ${pin}`}`,
          where: CORE,
          case: 4 * step + pin,
          cases: 28,
        })
      }
      step++
    }
    ctx.expectEqual(await asks('answering', [0, 0]), 'NoSuchModel(0)', { input: 'no model yet', where: CORE })
    await register(nets[0])
    await expectPins('one version', ['1', '1', 'NoSuchVersion(2)', 'NoSuchVersion(3)'])
    await propose(0, nets[1])
    await expectPins('version 2 proposed', ['1', '1', 'NotYet(T)', 'NoSuchVersion(3)'])
    if (!(await wait(ctx, NOTICE + 1))) return
    await expectPins('after its notice', ['2', '1', '2', 'NoSuchVersion(3)'])
    await propose(0, nets[2])
    await says('deprecate', [0, 2])
    await expectPins('version 3 proposed, 2 deprecated', ['1', '1', 'Deprecated(2)', 'NotYet(T)'])
    await wait(ctx, NOTICE + 1)
    await expectPins('after the notice of version 3', ['3', '1', 'Deprecated(2)', '3'])
    await says('deprecate', [0, 1])
    await expectPins('version 1 deprecated as well', ['3', 'Deprecated(1)', 'Deprecated(2)', '3'])
    await says('deprecate', [0, 3])
    await expectPins('nothing left', ['NoVersion()', 'Deprecated(1)', 'Deprecated(2)', 'Deprecated(3)'])
  },
}

export const agrees: Check = {
  id: '8.4/agreement',
  task: '8.4',
  name: 'an upgrade without a new program: each version’s scores equal its reference',
  async run(ctx) {
    const { contract, register, propose } = await scene(ctx)
    const [v1, v2] = [await theModel(ctx, 'v1'), await theModel(ctx, 'v2')]
    const nets = [await theNet(ctx, 'v1'), await theNet(ctx, 'v2')] as [Net, Net]
    await put(
      ctx,
      nets.flatMap(({ contracts }) => contracts),
    )
    await register(nets[0])
    await propose(0, nets[1])
    const upgraded = await wait(ctx, NOTICE + 1)
    const random = () => Array.from({ length: 196 }, () => Math.floor(16 * ctx.rng()))
    const images = [
      ...Array.from({ length: 240 }, (_, i) => heldOut(v1, i)),
      ...Array.from({ length: 10 }, random),
      new Array(196).fill(0),
      new Array(196).fill(15),
    ]
    const cases = images.flatMap((image) => (upgraded ? [1, 2] : [1]).map((pin) => ({ image, pin })))
    await eachCase(ctx, cases, async ({ image, pin }, at) => {
      const want = predict(pin === 1 ? v1 : v2, image)
      // Every other call goes through `classify`; the newest is version 2.
      const opts = { ...at, oracle: 'TypeScript reference', where: CORE }
      const what = `version ${pin}, image ${packU8(image)}`
      if (at.case % 8 < 6) {
        const outcome = await ctx.call(contract, 'scores', [0, pin, packU8(image)])
        const got = outcomeInWords(outcome, (value) => (value as number[]).map(Number))
        ctx.expectEqual(got, want.scores, { ...opts, input: what })
      } else {
        const args = [0, pin === 2 ? 0 : 1, packU8(image)]
        const got = outcomeInWords(await ctx.call(contract, 'classify', args), Number)
        ctx.expectEqual(got, want.label, { ...opts, input: what, unit: 'label' })
      }
    })
    const bad: [string, number[], string][] = [
      ['195 pixels', new Array(195).fill(1), 'reverts with WrongLength(196, 195)'],
      ['no pixels', [], 'reverts with WrongLength(196, 0)'],
      ['a pixel of 16', [...new Array(190).fill(1), 16, 0, 0, 0, 0, 0], 'reverts with OutOfRange(190, 16)'],
    ]
    for (const [input, image, want] of bad)
      ctx.expectEqual(outcomeInWords(await ctx.call(contract, 'classify', [0, 1, packU8(image)])), want, {
        input,
        where: CORE,
      })
    ctx.note(`${cases.length} inputs, one program: every answer equals that of its version’s model file`)
  },
}

export const costs: Check = {
  id: '8.4/cost',
  task: '8.4',
  name: 'a pinned call stays within its budgets',
  async run(ctx) {
    const { contract, register } = await scene(ctx)
    const [model, net] = [await theModel(ctx, 'v1'), await theNet(ctx, 'v1')]
    await put(ctx, net.contracts)
    await register(net)
    const corpus = Array.from({ length: 10 }, (_, i) => [0, 1, packU8(heldOut(model, i))])
    const worst = await dearestCall(ctx, contract, 'classify', corpus)
    recordInk(ctx, 'classify', worst)
    ctx.metric('gas.classify', Number(worst.gas), 'gas')
    ctx.metric('bytes.code', contract.code.length, 'bytes')
  },
}
