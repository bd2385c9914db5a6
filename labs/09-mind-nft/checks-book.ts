/** Task 9.3: who may move a token. */
import { type Check, type CheckContext, type DeployedContract, eachCase } from '@inkling/lab'
import fc from 'fast-check'
import { type Address, type Hex, numberToHex, zeroAddress } from 'viem'
import { accountOf, BookModel, type Move, moveInWords, OWNER, PLAYERS } from './book-model.ts'
import { answerOf, CORE, deployRaw, fresh, inWords, mintAll, randomDna, short } from './scene.ts'

export const rules: Check = {
  id: '9.3/rules',
  task: '9.3',
  name: 'each reason to refuse, in its order, and nothing changes',
  async run(ctx) {
    const contract = await fresh(ctx)
    const [alice, bob, carol] = ctx.accounts as [Address, Address, Address]
    await mintAll(ctx, contract, [randomDna(ctx), randomDna(ctx)])
    await ctx.send(contract, 'approve', [bob, 1])
    const move = async (from: Address, args: unknown[]) =>
      inWords(await ctx.send(contract, 'transferFrom', args, { from }))
    const cases: [string, Address, unknown[], string][] = [
      ['token 9, which does not exist', alice, [alice, bob, 9], 'ERC721NonexistentToken(9)'],
      [
        'from bob, who does not own it',
        bob,
        [bob, carol, 0],
        `ERC721IncorrectOwner(${short(bob)}, 0, ${short(alice)})`,
      ],
      ['to nobody', alice, [alice, zeroAddress, 0], `ERC721InvalidReceiver(${short(zeroAddress)})`],
      [
        'sent by carol, whom nobody approved',
        carol,
        [alice, carol, 0],
        `ERC721InsufficientApproval(${short(carol)}, 0)`,
      ],
      [
        'sent by bob, who is approved for token 1 only',
        bob,
        [alice, bob, 0],
        `ERC721InsufficientApproval(${short(bob)}, 0)`,
      ],
    ]
    await eachCase(ctx, cases, async ([input, from, args, want], at) => {
      ctx.expectEqual(await move(from, args), want, { ...at, input: `transferFrom ${input}`, where: CORE })
      ctx.expectEqual(answerOf(await ctx.call(contract, 'ownerOf', [0])), alice, {
        ...at,
        input: `the owner after transferFrom ${input}`,
        where: CORE,
      })
    })
    const opts = { where: CORE }
    ctx.expectEqual(await move(bob, [alice, carol, 1]), 'accepted', {
      ...opts,
      input: 'transferFrom by bob, who is approved',
    })
    ctx.expectEqual(answerOf(await ctx.call(contract, 'ownerOf', [1])), carol, {
      ...opts,
      input: 'its owner',
    })
    ctx.expectEqual(answerOf(await ctx.call(contract, 'getApproved', [1])), zeroAddress, {
      ...opts,
      input: 'who is approved after it moved',
    })
    ctx.expectEqual(await move(bob, [carol, bob, 1]), `ERC721InsufficientApproval(${short(bob)}, 1)`, {
      ...opts,
      input: 'transferFrom by bob once more',
    })
  },
}

/** Answers `onERC721Received` with its selector: PUSH4 0x150b7a02, PUSH1 224, SHL, and returns the word. */
const RECEIVER: Hex = '0x63150b7a0260e01b60005260206000f3'

/** Answers with a word of zeros. */
const SILENT: Hex = '0x60206000f3'

export const receivers: Check = {
  id: '9.3/receivers',
  task: '9.3',
  name: 'a safe transfer leaves no token with a contract that does not know what it is',
  async run(ctx) {
    const contract = await fresh(ctx)
    const [alice, bob] = ctx.accounts as [Address, Address]
    await mintAll(ctx, contract, [randomDna(ctx), randomDna(ctx), randomDna(ctx)])
    const [knows, silent] = [await deployRaw(ctx, RECEIVER), await deployRaw(ctx, SILENT)]
    const refusal = (to: Address) => `ERC721InvalidReceiver(${short(to)})`
    const cases: [string, Address, number, string][] = [
      ['a contract that answers nothing', silent, 0, refusal(silent)],
      ['a contract without the function', contract.address, 0, refusal(contract.address)],
      ['a contract that answers', knows, 0, 'accepted'],
      ['an account', bob, 1, 'accepted'],
    ]
    for (const [input, to, id, want] of cases) {
      const opts = { input: `safeTransferFrom to ${input}`, where: CORE }
      ctx.expectEqual(inWords(await ctx.send(contract, 'safeTransferFrom', [alice, to, id])), want, opts)
      const owner = want === 'accepted' ? to : alice
      ctx.expectEqual(
        String(answerOf(await ctx.call(contract, 'ownerOf', [id]))).toLowerCase(),
        owner.toLowerCase(),
        {
          ...opts,
          input: `the owner after ${opts.input}`,
        },
      )
    }
    const withData = await ctx.send(contract, 'safeTransferFrom', [alice, knows, 2, '0x1234'])
    ctx.expectEqual(inWords(withData), 'accepted', { input: 'safeTransferFrom with data', where: CORE })
    const known = ['0x01ffc9a7', '0x80ac58cd', '0x5b5e139f', '0xffffffff']
    const answers = await Promise.all(known.map((id) => ctx.call(contract, 'supportsInterface', [id])))
    ctx.expectEqual(answers.map(answerOf), [true, true, true, false], {
      input: `supportsInterface of ${known.join(', ')}`,
    })
  },
}

const player = fc.integer({ min: 0, max: PLAYERS.length - 1 })

const anybody = fc.integer({ min: -1, max: PLAYERS.length - 1 })

/** Mostly whoever owns the token: moves that are all refused tell little. */
const mostlyOwner = fc.oneof({ arbitrary: fc.constant(OWNER), weight: 3 }, { arbitrary: player, weight: 1 })

const token = fc.integer({ min: 0, max: 1 })

const mint: fc.Arbitrary<Move> = fc.record({ fn: fc.constant('mint' as const), from: player })

const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    arbitrary: fc.record({
      fn: fc.constant('transferFrom' as const),
      from: mostlyOwner,
      args: fc.tuple(mostlyOwner, anybody, token),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      fn: fc.constant('approve' as const),
      from: mostlyOwner,
      args: fc.tuple(anybody, token),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      fn: fc.constant('setApprovalForAll' as const),
      from: player,
      args: fc.tuple(player, fc.boolean()),
    }),
    weight: 2,
  },
  { arbitrary: mint, weight: 1 },
)

/** A mint, and what follows. */
const stories: fc.Arbitrary<Move[]> = fc
  .tuple(mint, fc.array(moves, { minLength: 6, maxLength: 12, size: 'max' }))
  .map(([first, rest]) => [first, ...rest])

export const sequences: Check = {
  id: '9.3/sequences',
  task: '9.3',
  name: 'any sequence of calls leaves the owners, balances and approvals of the model',
  async run(ctx) {
    const runs = ctx.engine.kind === 'embedded' ? 24 : 3
    const property = fc.asyncProperty(stories, (list) => plays(ctx, list))
    const result = await fc.check(property, { seed: ctx.seed, numRuns: runs, endOnFailure: false })
    if (result.failed) {
      const reason = result.errorInstance instanceof Error ? result.errorInstance.message : 'another answer'
      const shortest = await shorten(ctx, { list: result.counterexample?.[0] ?? [], reason })
      const told = shortest.list.map(moveInWords).join('; ')
      ctx.expectTrue(false, shortest.reason, { input: `the shortest sequence found: ${told}`, where: CORE })
    }
    ctx.note(`${runs} random sequences of calls agree with the model`)
  },
}

interface Difference {
  list: Move[]
  reason: string
}

/** Leaves out each move without which there still is a difference: fast-check stops at the shortest list it draws. */
async function shorten(ctx: CheckContext, found: Difference): Promise<Difference> {
  let { list, reason } = found
  for (let at = list.length - 1; at >= 0; at--) {
    const shorter = list.filter((_, index) => index !== at)
    const still = await plays(ctx, shorter).then(
      () => undefined,
      (error: Error) => error.message,
    )
    if (still !== undefined) [list, reason] = [shorter, still]
  }
  return { list, reason }
}

/** Makes the calls on a contract of its own and on the model, and compares after each. */
async function plays(ctx: CheckContext, list: Move[]): Promise<void> {
  const contract = await fresh(ctx)
  const model = new BookModel()
  for (const [index, drawn] of list.entries()) {
    const move = model.resolve(drawn)
    const want = model.move(move)
    const args = argsOf(ctx.accounts, move, index)
    const from = ctx.accounts[move.from]!
    const got = inWords(await ctx.send(contract, move.fn, args, { from })).replace(/\(.*/, '')
    if (got !== want) throw new Error(`${moveInWords(move)}: ${got}, expected ${want}`)
  }
  await compare(ctx, contract, model)
}

async function compare(ctx: CheckContext, contract: DeployedContract, model: BookModel): Promise<void> {
  const ask = async (fn: string, args: unknown[]) => String(answerOf(await ctx.call(contract, fn, args)))
  for (const [id, owner] of model.owners.entries()) {
    const [is, approved] = [await ask('ownerOf', [id]), await ask('getApproved', [id])]
    if (is !== ctx.accounts[owner]) throw new Error(`token ${id} is not ${PLAYERS[owner]}’s`)
    if (approved !== accountOf(ctx.accounts, model.approved[id]!))
      throw new Error(
        `somebody else is approved for token ${id} than ${PLAYERS[model.approved[id]!] ?? 'nobody'}`,
      )
  }
  for (const [index, name] of PLAYERS.entries()) {
    const balance = await ask('balanceOf', [ctx.accounts[index]])
    if (balance !== String(model.balance(index)))
      throw new Error(`the balance of ${name} is ${balance}, not ${model.balance(index)}`)
  }
}

function argsOf(accounts: readonly Address[], move: Move, index: number): unknown[] {
  switch (move.fn) {
    case 'mint':
      return [numberToHex(index, { size: 32 })]
    case 'transferFrom':
      return [accountOf(accounts, move.args[0]), accountOf(accounts, move.args[1]), move.args[2]]
    case 'approve':
      return [accountOf(accounts, move.args[0]), move.args[1]]
    case 'setApprovalForAll':
      return [accountOf(accounts, move.args[0]), move.args[1]]
  }
}
