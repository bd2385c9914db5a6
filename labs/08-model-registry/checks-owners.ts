/** Task 8.5: how a model changes hands, and sequences of deeds by several people against the rules in `oracle.ts`. */
import type { Check, CheckContext } from '@inkling/lab'
import fc from 'fast-check'
import { type Address, zeroAddress, zeroHash } from 'viem'
import { answeringIn, type Deed, type OracleModel, type OracleNet, perform } from './oracle.ts'
import { CORE, type Net, netOf, put, scene, smallNet, timeOf, unheardOf, wait } from './scene.ts'

export const handsOver: Check = {
  id: '8.5/two-steps',
  task: '8.5',
  name: 'a model changes hands only when the new owner takes it',
  async run(ctx) {
    const { says, asks, register } = await scene(ctx)
    const [alice, bob, carol] = ctx.accounts as [Address, Address, Address]
    const net = netOf(smallNet(1))
    await put(ctx, net.contracts)
    await register(net, alice)
    const steps: [string, string, unknown[], Address, string][] = [
      ['the owner takes what is not on offer', 'acceptOwnership', [0], alice, 'NotOffered()'],
      ['somebody takes what is not on offer', 'acceptOwnership', [0], bob, 'NotOffered()'],
      ['somebody offers what is not theirs', 'offerOwnership', [0, bob], bob, 'NotOwner()'],
      ['the owner offers it to Bob', 'offerOwnership', [0, bob], alice, 'accepted'],
      ['Bob deprecates before he took it', 'deprecate', [0, 1], bob, 'NotOwner()'],
      ['Carol takes what is offered to Bob', 'acceptOwnership', [0], carol, 'NotOffered()'],
      ['the owner offers it to Carol instead', 'offerOwnership', [0, carol], alice, 'accepted'],
      ['Bob takes what was offered to him before', 'acceptOwnership', [0], bob, 'NotOffered()'],
      ['Carol takes it', 'acceptOwnership', [0], carol, 'accepted'],
      ['Carol takes it again', 'acceptOwnership', [0], carol, 'NotOffered()'],
      ['the owner before offers it', 'offerOwnership', [0, alice], alice, 'NotOwner()'],
      ['Carol offers it to Bob', 'offerOwnership', [0, bob], carol, 'accepted'],
      ['Carol takes her offer back', 'offerOwnership', [0, zeroAddress], carol, 'accepted'],
      ['Bob takes what is not offered any more', 'acceptOwnership', [0], bob, 'NotOffered()'],
      ['a model that nobody registered', 'acceptOwnership', [1], bob, 'NoSuchModel(1)'],
    ]
    let owner = alice
    for (const [index, [input, fn, args, from, want]] of steps.entries()) {
      const opts = { input, where: CORE, case: index, cases: steps.length }
      ctx.expectEqual(await says(fn, args, from), want, opts)
      if (fn === 'acceptOwnership' && want === 'accepted') owner = from
      ctx.expectEqual(await asks('owner', [0]), owner, { ...opts, unit: 'owner' })
    }
    ctx.expectEqual(await asks('offeredTo', [0]), zeroAddress, { input: 'on offer at the end', where: CORE })
  },
}

/** Sequences of deeds, and how many deeds one has at most. */
const RUNS = 24
const MOST = 14

export const sequences: Check = {
  id: '8.5/sequences',
  task: '8.5',
  name: 'whatever three people do in whatever order, the rules hold',
  async run(ctx) {
    const world = await makeWorld(ctx)
    const property = fc.asyncProperty(deeds(ctx.engine.kind === 'embedded'), async (list) => {
      return (await play(ctx, world, list)) === undefined
    })
    const result = await fc.check(property, { seed: ctx.seed, numRuns: RUNS, endOnFailure: false })
    if (!result.failed) {
      ctx.note(`${RUNS} sequences of up to ${MOST} deeds: every answer and every state as the rules say`)
      return
    }
    // The shortest sequence that fast-check found, once more, for its words.
    const worst = (result.counterexample as [Deed[]] | null)?.[0] ?? []
    const wrong = await play(ctx, world, worst)
    const input = worst.map((deed) => inWords(deed)).join('; ')
    // Seconds are others in each run: shown only where nothing else differs.
    const shown = (words = '') => words.replace(/\d{9,}/, 'T')
    const seconds = shown(wrong?.got) === shown(wrong?.want)
    const [got, want] = seconds ? [wrong?.got, wrong?.want] : [shown(wrong?.got), shown(wrong?.want)]
    ctx.expectEqual(got ?? 'something else the second time', want ?? 'the same again', {
      input: wrong ? `${input}; ${wrong.what}` : input,
      oracle: 'oracle.ts',
      where: CORE,
    })
  },
}

const NAMES = ['Alice', 'Bob', 'Carol']

interface World {
  nets: { net: Net; oracle: OracleNet }[]
  people: Address[]
}

/** Nets that can be registered, and some that can't. */
async function makeWorld(ctx: CheckContext): Promise<World> {
  const [one, two, other] = [netOf(smallNet(1)), netOf(smallNet(2), 24), netOf(smallNet(3, 16))]
  await put(ctx, [...one.contracts, ...two.contracts, ...other.contracts])
  const missing = { ...two, parts: [two.parts[0]!, unheardOf(ctx).address] }
  return {
    people: ctx.accounts.slice(0, NAMES.length) as Address[],
    nets: [
      { net: one, oracle: { schema: 15 } },
      { net: two, oracle: { schema: 15 } },
      { net: other, oracle: { schema: 16 } },
      { net: { ...one, hash: two.hash }, oracle: { schema: 15, refused: 'WrongHash()' } },
      { net: missing, oracle: { schema: 15, refused: 'MissingPart(1)' } },
    ],
  }
}

/** A model of Alice's to begin with; then anything, by anyone. Mostly about that model. */
function deeds(clock: boolean): fc.Arbitrary<Deed[]> {
  const who = fc.integer({ min: 0, max: NAMES.length - 1 })
  const id = fc.constantFrom(0, 0, 0, 1)
  const net = fc.constantFrom(0, 1, 0, 1, 2, 3, 4)
  const of = <T extends Deed>(deed: T) => fc.constant<T>(deed)
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.record({ do: fc.constant('register' as const), who, net }),
    fc.record({ do: fc.constant('propose' as const), who, id, net }),
    fc.record({ do: fc.constant('deprecate' as const), who, id, version: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ do: fc.constant('offer' as const), who, id, to: fc.integer({ min: -1, max: 2 }) }),
    fc.record({ do: fc.constant('accept' as const), who, id }),
    // Never near a notice's last second: how long the deeds between take is not the rules' business.
    ...(clock ? [of({ do: 'wait', seconds: 250 }), of({ do: 'wait', seconds: 700 })] : []),
  )
  const first: Deed = { do: 'register', who: 0, net: 0 }
  return fc.array(deed, { minLength: 1, maxLength: MOST - 1 }).map((rest) => [first, ...rest])
}

/** Does it all in a registry of its own. Returns the first answer or state that is not as the rules say. */
async function play(ctx: CheckContext, { nets, people }: World, list: readonly Deed[]) {
  const { says, asks } = await scene(ctx)
  const models: OracleModel[] = []
  const address = (person: number) => people[person] ?? zeroAddress
  for (const deed of list) {
    const got = await act(deed)
    const now = await timeOf(ctx)
    const want = perform(
      models,
      nets.map(({ oracle }) => oracle),
      deed,
      now,
    )
    if (got !== want) return { what: 'the last of these', got, want }
    const state = await stateOf(now)
    if (state) return state
  }
  return undefined

  async function act(deed: Deed): Promise<string> {
    if (deed.do === 'wait') {
      await wait(ctx, deed.seconds)
      return 'accepted'
    }
    const from = people[deed.who]!
    if (deed.do === 'register' || deed.do === 'propose') {
      const { hash, parts } = nets[deed.net]!.net
      const draft = [hash, zeroHash, parts]
      return deed.do === 'register'
        ? says('register', draft, from)
        : says('propose', [deed.id, ...draft], from)
    }
    if (deed.do === 'deprecate') return says('deprecate', [deed.id, deed.version], from)
    if (deed.do === 'offer') return says('offerOwnership', [deed.id, address(deed.to)], from)
    return says('acceptOwnership', [deed.id], from)
  }

  /** Owners, offers, what answers each pin, and the last version as it was written down. */
  async function stateOf(now: number) {
    for (const [id, model] of models.entries()) {
      const last = model.versions.length
      const { net, activeFrom, deprecated } = model.versions[last - 1]!
      const questions: [string, unknown[], string][] = [
        ['owner', [id], address(model.owner)],
        ['offeredTo', [id], address(model.offered)],
        ['versionCount', [id], String(last)],
        ...[0, 1, last].map((pin): [string, unknown[], string] => [
          'answering',
          [id, pin],
          answeringIn(models, id, pin, now),
        ]),
        [
          'version',
          [id, last],
          [nets[net]!.net.hash, zeroHash, activeFrom, deprecated, ...nets[net]!.net.parts].join(),
        ],
      ]
      for (const [fn, args, want] of questions) {
        const got = await asks(fn, args)
        const words = (Array.isArray(got) ? got.flat().join() : String(got)).toLowerCase()
        if (words !== want.toLowerCase()) return { what: `then ${fn}(${args.join(', ')})`, got: words, want }
      }
    }
    return undefined
  }
}

function inWords(deed: Deed): string {
  if (deed.do === 'wait') return `${deed.seconds} seconds pass`
  const who = NAMES[deed.who]
  if (deed.do === 'register') return `${who} registers net ${deed.net}`
  if (deed.do === 'propose') return `${who} proposes net ${deed.net} for model ${deed.id}`
  if (deed.do === 'deprecate') return `${who} deprecates version ${deed.version} of model ${deed.id}`
  if (deed.do === 'offer') return `${who} offers model ${deed.id} to ${NAMES[deed.to] ?? 'nobody'}`
  return `${who} takes model ${deed.id}`
}
