/** Task 9.4: the card of a token, real ones and hostile ones; and what the contract does without its name service. */
import { type Check, type CheckContext, type DeployedContract, eachCase } from '@inkling/lab'
import { putOnChain } from '@inkling/lab/deploy'
import { type Address, type Hex, hexToBytes } from 'viem'
import { habitsOf, pictureOf, TRAITS } from './mind.ts'
import { nameOf } from './naming.ts'
import { answerOf, deployRaw, fresh, inWords, mintAll, ORACLE, randomDna } from './scene.ts'

const WALLET = 'wallet.ts'

export const reads: Check = {
  id: '9.4/reads',
  task: '9.4',
  name: 'name, picture and traits of tokens on the chain, equal to the reference',
  async run(ctx) {
    const { readCard } = await ctx.module(WALLET)
    const contract = await withNames(ctx)
    const dnas = Array.from({ length: 12 }, () => randomDna(ctx))
    await mintAll(ctx, contract, dnas)
    await eachCase(ctx, dnas, async (dna, at) => {
      const opts = { ...at, oracle: ORACLE, where: WALLET }
      const uri = String(answerOf(await ctx.call(contract, 'tokenURI', [at.case])))
      const card = readCard(uri)
      const habits = habitsOf(dna)
      ctx.expectEqual(card?.name, nameOf(dna), { ...opts, input: `the name of mind ${at.case}` })
      ctx.expectEqual(card?.svg, pictureOf(dna), { ...opts, input: `the picture of mind ${at.case}` })
      const want = Object.fromEntries(TRAITS.map((name, i) => [name, habits[i] ? 'shares' : 'takes']))
      ctx.expectEqual(inOrder(card?.traits), inOrder({ ...want, DNA: dna }), {
        ...opts,
        input: `the traits of mind ${at.case}`,
      })
    })
    ctx.note(`the chain says ${dnas.map(nameOf).join(', ')}`)
  },
}

export const refusesCards: Check = {
  id: '9.4/refuses',
  task: '9.4',
  name: 'a card that acts, asks elsewhere or is none is refused',
  async run(ctx) {
    const { readCard } = await ctx.module(WALLET)
    const plain = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><g><circle r='3'/></g></svg>"
    const inside = (element: string) => plain.replace('<g>', `<g>${element}`)
    ctx.expectEqual(outcome(readCard, card({ svg: plain })), 'Ada', {
      input: 'an honest card',
      where: WALLET,
    })
    const cases: [string, string][] = [
      ['a script', card({ svg: inside('<script>alert(1)</script>') })],
      ['a SCRIPT in capitals', card({ svg: inside('<SCRIPT>alert(1)</SCRIPT>') })],
      ['HTML in a foreignObject', card({ svg: inside('<foreignObject><b>hi</b></foreignObject>') })],
      ['an image from elsewhere', card({ svg: inside("<image href='https://example.com/a.png'/>") })],
      ['a link', card({ svg: inside("<a xlink:href='https://example.com'><circle r='1'/></a>") })],
      ['an element <use>', card({ svg: inside("<use x='1'/>") })],
      ['onload', card({ svg: plain.replace('<svg', "<svg onload='alert(1)'") })],
      ['onload behind a slash', card({ svg: plain.replace('<svg', "<svg/onload='alert(1)'") })],
      ['ONLOAD in capitals', card({ svg: plain.replace('<svg', "<svg ONLOAD='alert(1)'") })],
      ['onclick on a circle', card({ svg: plain.replace("r='3'", "r='3' onclick = 'alert(1)'") })],
      ['onclick right behind a quote', card({ svg: plain.replace("r='3'", "r='3'onclick='alert(1)'") })],
      ['a href on a path', card({ svg: inside("<path href='https://example.com'/>") })],
      ['a style that asks elsewhere', card({ svg: inside("<rect style='fill:url(//example.com)'/>") })],
      ['a filter, which is no attribute of ATTRIBUTES', card({ svg: inside("<rect filter='none'/>") })],
      ['a fill that asks elsewhere', card({ svg: inside("<rect fill='url(//example.com/#a)'/>") })],
      ['URL in capitals', card({ svg: inside("<rect fill='URL(//example.com/#a)'/>") })],
      ['url with a letter as an entity', card({ svg: inside("<rect fill='&#117;rl(//example.com/#a)'/>") })],
      ['a picture on a server', card({ image: 'https://example.com/7.svg' })],
      ['a PNG', card({ image: 'data:image/png;base64,AAAA' })],
      ['a picture that is not base64', card({ image: 'data:image/svg+xml;base64,???' })],
      ['no picture', card({ image: undefined })],
      ['no name', card({ name: undefined, svg: plain })],
      ['an empty name', card({ name: '', svg: plain })],
      ['a number as its name', card({ name: 7, svg: plain })],
      ['JSON on a server', 'https://example.com/7.json'],
      ['JSON that is none', uriOf('application/json', '{"name":')],
      ['HTML instead of JSON', uriOf('text/html', '<b>hi</b>')],
    ]
    await eachCase(ctx, cases, ([input, uri], at) => {
      ctx.expectEqual(outcome(readCard, uri), 'refused', { ...at, input, where: WALLET })
    })
  },
}

/** Reverts with nothing. */
const BROKEN: Hex = '0x60006000fd'

/** JUMPDEST, PUSH1 0, JUMP: never ends. */
const ENDLESS: Hex = '0x5b600056'

/** Returns six bytes that would end the JSON string: `A","x"`. */
const QUOTED: Hex = '0x6541222c22782260d01b60005260066000f3'

export const names: Check = {
  id: '9.4/names',
  task: '9.4',
  name: 'without a name service that answers with a name, a token still has one',
  async run(ctx) {
    const services: [string, Hex | undefined][] = [
      ['no service', undefined],
      ['a service that reverts', BROKEN],
      ['a service that never ends', ENDLESS],
      ['a service that answers with quotes', QUOTED],
    ]
    await eachCase(ctx, services, async ([input, code], at) => {
      const contract = await fresh(ctx)
      await mintAll(ctx, contract, [randomDna(ctx)])
      if (code !== undefined) await ctx.send(contract, 'useNames', [await deployRaw(ctx, code)])
      const opts = { ...at, where: 'contract/src/contract.rs' }
      ctx.expectEqual(answerOf(await ctx.call(contract, 'nameOf', [0])), 'Mind #0', {
        ...opts,
        input: `the name with ${input}`,
      })
    })
    const [, bob] = ctx.accounts as [Address, Address]
    const contract = await withNames(ctx)
    for (const [input, from] of [
      ['bob', bob],
      ['the keeper, a second time', ctx.accounts[0]!],
    ] as const)
      ctx.expectEqual(inWords(await ctx.send(contract, 'useNames', [bob], { from })), 'NotKeeper()', {
        input: `useNames by ${input}`,
      })
  },
}

export const cardCost: Check = {
  id: '9.4/cost',
  task: '9.4',
  name: 'a whole tokenURI stays within its budget',
  async run(ctx) {
    const contract = await withNames(ctx)
    const dnas: Hex[] = ['88', '77', '3a', 'e1', '5c', '09', 'f4', 'b2'].map(
      (byte): Hex => `0x${byte.repeat(32)}`,
    )
    await mintAll(ctx, contract, dnas)
    let worst = 0n
    for (const id of dnas.keys()) {
      const { gas } = await ctx.call(contract, 'tokenURI', [id])
      if (gas > worst) worst = gas
    }
    ctx.metric('gas.tokenURI', Number(worst), 'gas')
    ctx.metric('bytes.code', contract.code.length, 'bytes')
    ctx.note(`cost: dearest of ${dnas.length} minds`)
  },
}

/** A fresh contract that knows a name service. */
export async function withNames(ctx: CheckContext): Promise<DeployedContract> {
  const contract = await fresh(ctx)
  await ctx.send(contract, 'useNames', [await nameService(ctx)])
  return contract
}

const services = new WeakMap<object, Promise<Address>>()

/** The name service, deployed and activated once a run. */
function nameService(ctx: CheckContext): Promise<Address> {
  const known = services.get(ctx.publicClient)
  if (known !== undefined) return known
  const made = deployService(ctx)
  services.set(ctx.publicClient, made)
  return made
}

/** On a node that has seen this lab before the code is active already. */
async function deployService(ctx: CheckContext): Promise<Address> {
  const code = hexToBytes((await ctx.text('data/name-service.hex')).trim() as Hex)
  return (await putOnChain(ctx, code)).address
}

interface Parts {
  name?: unknown
  svg?: string
  image?: unknown
}

function card(parts: Parts): string {
  const { svg, ...rest } = parts
  const image = svg === undefined ? undefined : uriOf('image/svg+xml', svg)
  return uriOf('application/json', JSON.stringify({ name: 'Ada', image, attributes: [], ...rest }))
}

function uriOf(type: string, text: string): string {
  return `data:${type};base64,${Buffer.from(text).toString('base64')}`
}

function outcome(readCard: (uri: string) => { name: string }, uri: string): string {
  try {
    return readCard(uri)?.name
  } catch (error) {
    if ((error as Error).name === 'TodoError') throw error
    return 'refused'
  }
}

function inOrder(traits: Record<string, string> | undefined): string[] {
  return Object.entries(traits ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
}
