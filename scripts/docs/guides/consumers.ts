import { type Address, type Hex, keccak256, parseEther, toHex } from 'viem'
import { integer, table, type Writers } from '../blocks.ts'
import { FAKE, openConsumers, word } from './consumer-bench.ts'

export interface ConsumerFigures {
  /** Whole transactions, as the person who sends them pays, calldata included. */
  vault: { paid: number; paidCached: number; review: number; noAnswer: number; burnt: number }
  governor: { advised: number; advisedCached: number; noAnswer: number; vote: number; execute: number }
  /** `AskModel` around one question, by `gasleft()`. */
  ask: { budget: number; failures: { what: string; outcome: string; gas: number }[] }
  /** Bytes of one claim's three pictures. */
  claimBytes: number
}

const SHOP: Hex = '0x020202020201010200'
const OUTCOMES = ['answered', 'no code', 'failed', 'garbage']
const BUDGET = 100_000
const FAILURES: [what: string, mode: number, answer: Hex][] = [
  ['it reverts', FAKE.reverts, '0x'],
  ['it takes all gas it gets', FAKE.burns, '0x'],
  ['it returns nothing', FAKE.returns, '0x'],
  ['it returns a label that does not exist', FAKE.returns, word(2)],
  ['it returns 20,000 bytes', FAKE.bomb, word(20_000)],
]

/** Sends claims and proposals to the guide's contracts, with a model in every state. */
export async function consumersGuide(): Promise<{ figures: ConsumerFigures; writers: Writers }> {
  const bench = await openConsumers()
  const { people, check, claim, read } = bench
  await bench.activate(bench.net)
  await bench.activate(bench.contract)
  const to: Address = '0x00000000000000000000000000000000000cafe1'
  const openVault = (model: Address, hash: Hex) =>
    bench.solidity(
      'AdvanceVault',
      [model, hash, people.reviewer.address, people.custodian.address],
      parseEther('5'),
    )
  const openGovernor = (model: Address, hash: Hex) =>
    bench.solidity('SiteGovernor', [
      model,
      hash,
      people.reviewer.address,
      people.members.map(({ address }) => address),
    ])
  let id = 0
  const claims = async (vault: Address, amount: string, claimed = Number(amount)) =>
    (await claim(vault, await check(vault, ++id, to, amount), claimed)).gas
  const [member] = people.members
  const sends = (governor: Address, functionName: string, args: unknown[]) =>
    bench.send('SiteGovernor', governor, functionName, args, { from: member! })
  const proposes = async (governor: Address) =>
    (await sends(governor, 'propose', [keccak256(toHex('shop')), SHOP])).gas

  // The first claim of a vault and the first payment to somebody cost storage that later ones don't.
  const vault = await openVault(bench.net, bench.netHash)
  await claims(vault, '100')
  const paid = await claims(vault, '217')
  const review = await claims(vault, '217', 218)
  const governor = await openGovernor(bench.contract, bench.modelHash)
  await proposes(governor)
  const advised = await proposes(governor)
  await sends(governor, 'vote', [0n, true])
  const vote = (await sends(governor, 'vote', [1n, true])).gas
  await bench.cache(bench.net)
  await bench.cache(bench.contract)
  const paidCached = await claims(vault, '217')
  const advisedCached = await proposes(governor)

  const broken = async (mode: number) => {
    const model = await bench.fake(mode, '0x')
    const hash = (await read('FakeModel', model, 'modelHash')) as Hex
    const other = await openVault(model, hash)
    await claims(other, '100')
    const house = await openGovernor(model, hash)
    await proposes(house)
    return { claim: await claims(other, '217'), propose: await proposes(house) }
  }
  const reverting = await broken(FAKE.reverts)
  const burning = await broken(FAKE.burns)

  const meter = await bench.solidity('Meter')
  const failures: ConsumerFigures['ask']['failures'] = []
  const ask = async (what: string, model: Address) => {
    const answer = await bench.call(bench.contracts.Meter!.abi, meter, 'carefully', [
      model,
      BigInt(BUDGET),
      2n,
      SHOP,
    ])
    const [outcome, , gas] = answer as [number, number, bigint]
    failures.push({ what, outcome: OUTCOMES[outcome]!, gas: Number(gas) })
  }
  await ask('it answers, from the cache', bench.contract)
  for (const [what, mode, answer] of FAILURES) await ask(what, await bench.fake(mode, answer))
  await ask('nothing stands there', '0x000000000000000000000000000000000000beef')

  const execute = await executed(bench, openGovernor)
  await bench.test.increaseTime({ seconds: 365 * 86_400 })
  await bench.test.mine({ blocks: 1 })
  await ask('it has expired', bench.contract)

  const figures: ConsumerFigures = {
    vault: { paid, paidCached, review, noAnswer: reverting.claim, burnt: burning.claim },
    governor: { advised, advisedCached, noAnswer: burning.propose, vote, execute },
    ask: { budget: BUDGET, failures },
    claimBytes: 3 * ((bench.picture(0).length - 2) / 2),
  }
  return { figures, writers: writersOf(figures) }
}

/** Gas of carrying out a vote that passed. */
async function executed(
  bench: Awaited<ReturnType<typeof openConsumers>>,
  open: (model: Address, hash: Hex) => Promise<Address>,
): Promise<number> {
  const governor = await open(bench.contract, bench.modelHash)
  const send = (name: string, args: unknown[], i: number) =>
    bench.send('SiteGovernor', governor, name, args, { from: bench.people.members[i]! })
  await send('propose', [keccak256(toHex('shop')), SHOP], 0)
  await send('vote', [0n, true], 0)
  await send('vote', [0n, true], 1)
  await bench.test.increaseTime({ seconds: 5 * 86_400 })
  await bench.test.mine({ blocks: 1 })
  const done = await send('execute', [0n], 2)
  if (done.error) throw new Error(`the vote was not carried out: ${done.error}`)
  return done.gas
}

function writersOf({ vault, governor, ask }: ConsumerFigures): Writers {
  const gas = (value: number) => `${integer(value)} gas`
  return {
    'consumers-ask': () =>
      table(
        ['the model', 'outcome', 'what asking took'],
        ask.failures.map(({ what, outcome, gas: used }) => [what, outcome, gas(used)]),
      ),
    'consumers-vault': () =>
      table(
        ['a claim of three digits', 'whole transaction'],
        [
          ['the net reads the amount: paid', gas(vault.paid)],
          ['the same, net in the cache', gas(vault.paidCached)],
          ['it reads another amount: review', gas(vault.review)],
          ['the model reverts: review', gas(vault.noAnswer)],
          ['the model takes its whole budget: review', gas(vault.burnt)],
        ],
      ),
    'consumers-governor': () =>
      table(
        ['in the governor', 'whole transaction'],
        [
          ['a proposal with advice', gas(governor.advised)],
          ['the same, model in the cache', gas(governor.advisedCached)],
          ['a proposal, and the model takes its whole budget', gas(governor.noAnswer)],
          ['a vote', gas(governor.vote)],
          ['carrying out what was voted for', gas(governor.execute)],
        ],
      ),
  }
}
