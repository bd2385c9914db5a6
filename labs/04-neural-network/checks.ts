/**
 * The checks of lab 4. Expected values are computed by the TypeScript reference on the model file and by minimax,
 * so nothing in here gives an answer away.
 */
import {
  type Check,
  type CheckContext,
  type DeployedContract,
  deploysModel,
  type ExpectedLayer,
  eachCase,
  outcomeInWords,
  recordInk,
} from '@inkling/lab'
import {
  type DenseLayer,
  type LayerModel,
  loadModel,
  packU8,
  predict,
  predictLayers,
  readTensor,
  unpackU8,
} from '@inkling/model'
import {
  afterMove,
  type Board,
  boardInput,
  EMPTY_BOARD,
  hasWon,
  legalMoves,
  ticTacToeDecisions,
} from '@inkling/model/data'
import { playAllLines } from '@inkling/model/evaluate'
import { type Address, type Hex, parseEventLogs, toHex, zeroAddress } from 'viem'

const ORACLE = 'TypeScript reference'
const CORE = 'contract/core/src/lib.rs'
const TURN = 'contract/src/turn.rs'

const makesRows: Check = {
  id: '4.1/rows',
  task: '4.1',
  name: 'a row of inputs and a row of targets for every position',
  async run(ctx) {
    const { gameRows } = await ctx.module('train.ts')
    const all = ticTacToeDecisions()
    const some = Array.from({ length: 12 }, () => all[Math.floor(ctx.rng() * all.length)]!)
    await eachCase(ctx, [...some.map((one) => [one]), some, all], async (positions, at) => {
      const opts = { ...at, where: 'train.ts' }
      const one = positions.length === 1
      const input = one ? `board ${positions[0]!.board.join('')}` : `${positions.length} positions at once`
      const got = gameRows(positions)
      ctx.expectEqual(got?.rows, positions.length, { ...opts, input: `${input}: rows` })
      const x = positions.flatMap(({ board }) => [...boardInput(board)])
      ctx.expectEqual([...(got.x ?? [])], x, { ...opts, input: `${input}: x` })
      const targets = positions.flatMap(({ best }) => EMPTY_BOARD.map((_, cell) => +best.includes(cell)))
      ctx.expectEqual([...(got.targets ?? [])], targets, {
        ...opts,
        input: one ? `${input}, best moves ${positions[0]!.best.join(' ')}: targets` : `${input}: targets`,
      })
    })
  },
}

const sums: Check = {
  id: '4.2/sums',
  task: '4.2',
  name: 'the 32 sums of the hidden layer equal the reference, for bytes of any size',
  async run(ctx) {
    const model = await theModel(ctx)
    const steps = await ctx.contract('steps')
    const byte = () => Math.floor(ctx.rng() * 256)
    const rows = [new Array(18).fill(0), new Array(18).fill(255)]
    for (let i = 0; i < 18; i++) rows.push(rows[0]!.map((_, k) => +(k === i)))
    while (rows.length < 64) rows.push(rows[0]!.map(byte))
    await eachCase(ctx, rows, async (row, at) => {
      const input = packU8(row)
      const got = outcomeInWords(await ctx.call(steps, 'dense', [input]), fromWords)
      ctx.expectEqual(got, hiddenSums(model, row), { ...at, input, oracle: ORACLE, where: CORE })
    })
  },
}

const activates: Check = {
  id: '4.3/activation',
  task: '4.3',
  name: 'ReLU, the rounded shift and the limit, on sums around every edge',
  async run(ctx) {
    const { multiplier, shift, top } = scaling(await theModel(ctx))
    const steps = await ctx.contract('steps')
    const edges = [0, 1, 2, 3, 4, 5, -1, -2, -3, -1000, top - 2, top - 1, top, top + 1, top + 2, 5 * top]
    const random = Array.from({ length: 240 }, () => Math.floor((ctx.rng() - 0.3) * 2 * top))
    const far = [1 << 20, -(1 << 20), -2_000_000_000]
    await eachCase(ctx, [...edges, ...far, ...random], async (sum, at) => {
      const got = outcomeInWords(await ctx.call(steps, 'activate', [words([sum])]), (value) =>
        Number.parseInt(String(value), 16),
      )
      const scaled = Math.floor((Math.max(sum, 0) * multiplier + 2 ** (shift - 1)) / 2 ** shift)
      ctx.expectEqual(got, Math.min(scaled, top >> shift), {
        ...at,
        input: `a sum of ${sum}, shift ${shift}`,
        unit: 'LSB',
        oracle: ORACLE,
        where: CORE,
      })
    })
  },
}

const chooses: Check = {
  id: '4.4/choice',
  task: '4.4',
  name: 'the best empty cell, the lowest one on a tie, none on a full board',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const pick = (n: number) => Math.floor(ctx.rng() * n)
    const nine = (make: (cell: number) => number) => EMPTY_BOARD.map((_, cell) => make(cell))
    const cases: { scores: number[]; cells: number[] }[] = [
      { scores: nine(() => 7), cells: nine(() => 0) },
      { scores: nine((cell) => -1 - cell), cells: nine(() => 0) },
      { scores: nine(() => -(2 ** 31)), cells: nine((cell) => (cell < 4 ? 1 : 0)) },
      { scores: nine((cell) => cell), cells: nine((cell) => (cell === 8 ? 0 : 2)) },
      { scores: nine(() => 5), cells: nine((cell) => 1 + (cell % 2)) },
    ]
    // Scores of a real board are often all negative, so that a taken cell with a 0 would win.
    for (let i = 0; i < 60; i++)
      cases.push({ scores: nine(() => pick(40) - 45), cells: nine(() => pick(5) % 3) })
    for (let i = 0; i < 30; i++)
      cases.push({ scores: nine(() => pick(2 ** 20) - 2 ** 19), cells: nine(() => pick(3)) })
    await eachCase(ctx, cases, async ({ scores, cells }, at) => {
      const free = legalMoves(cells)
      const want = free.reduce<number | undefined>(
        (best, cell) => (best === undefined || scores[cell]! > scores[best]! ? cell : best),
        undefined,
      )
      const got = outcomeInWords(await ctx.call(steps, 'choose', [words(scores), packU8(cells)]), (value) =>
        value === '0x' ? 'None' : Number.parseInt(String(value), 16),
      )
      ctx.expectEqual(got, want ?? 'None', {
        ...at,
        input: `scores ${scores.join(' ')}, cells ${cells.join(' ')}`,
        where: CORE,
      })
    })
  },
}

const refusesMoves: Check = {
  id: '4.5/refusals',
  task: '4.5',
  name: 'game over, wrong turn, no such cell, cell taken: the first reason is the error',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const boards = [EMPTY_BOARD, ...randomBoards(ctx, 28)]
    const cases = boards.flatMap((board) => {
      const cells = absolute(board)
      const taken = cells.findIndex((mark) => mark !== 0)
      const free = cells.indexOf(0)
      const moves = [free, taken, 9, 255].filter((cell) => cell >= 0)
      return [1, 2].flatMap((side) => moves.map((cell) => ({ cells, side, cell })))
    })
    await eachCase(ctx, cases, async ({ cells, side, cell }, at) => {
      const got = outcomeInWords(
        await ctx.call(steps, 'checkMove', [packU8(cells), side, cell]),
        () => 'accepted',
      )
      ctx.expectEqual(got, refusal(cells, side, cell) ?? 'accepted', {
        ...at,
        input: `board ${cells.join('')}, ${side === 1 ? 'X' : 'O'} takes ${cell}`,
        where: CORE,
      })
    })
  },
}

const agreesEverywhere: Check = {
  id: '4.6/agreement',
  task: '4.6',
  name: 'label and scores equal the reference on all 600 vectors; bad input reverts',
  async run(ctx) {
    const model = await theModel(ctx)
    const contract = await ctx.contract()
    const steps = await ctx.contract('steps')
    ctx.expectEqual((await ctx.call(contract, 'inputLength')).value, model.input.length, {
      input: 'inputLength()',
      where: 'contract',
    })
    ctx.expectEqual((await ctx.call(contract, 'modelHash')).value, `0x${model.sha256}`, {
      input: 'modelHash(): model.rs and data/model.json come from the same run of train.ts',
      where: 'contract/core/src/model.rs',
    })
    const { input } = await ctx.vectors('model')
    await eachCase(ctx, input, async (hex, at) => {
      const want = predict(model, unpackU8(hex))
      const opts = { ...at, input: hex, oracle: ORACLE, where: CORE }
      const scores = outcomeInWords(await ctx.call(contract, 'scores', [hex]), (value) =>
        (value as number[]).map(Number),
      )
      if (String(scores) !== String(want.scores))
        ctx.expectEqual(scores, want.scores, {
          ...opts,
          layer: await ctx.firstLayer(steps, hex, layersOf(model, unpackU8(hex))),
        })
      const label = outcomeInWords(await ctx.call(contract, 'classify', [hex]), Number)
      ctx.expectEqual(label, want.label, { ...opts, unit: 'label' })
    })
    const bad: [Hex, string][] = [
      ['0x', 'reverts with WrongLength(18, 0)'],
      [packU8(new Array(17).fill(0)), 'reverts with WrongLength(18, 17)'],
      [packU8(new Array(19).fill(9)), 'reverts with WrongLength(18, 19)'],
      [packU8(EMPTY_BOARD.concat(0, 2, 0, 0, 0, 0, 0, 255, 0)), 'reverts with OutOfRange(10, 2)'],
    ]
    for (const [hex, want] of bad) {
      for (const fn of ['classify', 'scores', 'bestMove'])
        ctx.expectEqual(outcomeInWords(await ctx.call(contract, fn, [hex])), want, {
          input: `${fn}(${hex})`,
          where: CORE,
        })
    }
  },
}

const neverLoses: Check = {
  id: '4.6/never-loses',
  task: '4.6',
  name: 'bestMove never loses: every game, moving first and moving second',
  async run(ctx) {
    const contract = await ctx.contract()
    // The game tree is walked level by level: each board that is not known yet is asked on chain.
    const known = new Map<string, number>()
    for (;;) {
      const missing = new Map<string, Board>()
      const record = playAllLines((board) => {
        const cell = known.get(board.join(''))
        if (cell !== undefined) return cell
        missing.set(board.join(''), board)
        return legalMoves(board)[0]!
      })
      for (const [key, board] of missing) {
        const input = toHex(boardInput(board))
        const got = outcomeInWords(await ctx.call(contract, 'bestMove', [input]), Number)
        ctx.expectTrue(
          typeof got === 'number' && board[got] === 0,
          `on board ${key} (1 the network, 2 the opponent) bestMove says ${got}, which is no empty cell`,
          { input, where: CORE },
        )
        known.set(key, got as number)
      }
      if (missing.size > 0) continue
      const { lines, wins, draws, losses, failures } = record
      ctx.expectTrue(
        losses === 0,
        `${losses} of ${lines} games are lost; the last choice of the first one was on board ${failures[0]?.join('')}`,
        { where: CORE },
      )
      ctx.note(`${lines} games by calls: ${wins} won, ${draws} drawn, none lost`)
      return
    }
  },
}

const playsGames: Check = {
  id: '4.6/games',
  task: '4.6',
  name: 'whole games by transactions: the board, the answers and the events',
  async run(ctx) {
    const model = await theModel(ctx)
    const contract = await ctx.contract()
    const network = contract.address
    const player = ctx.accounts[1]!
    for (const first of [true, false, true]) {
      let { cells, log } = await open(ctx, contract, player, network, first)
      // The expected game, by the reference; the network opens when it sits first.
      let want: number[] = [...EMPTY_BOARD]
      if (!first) want[reply(model, want)] = 1
      ctx.expectEqual(cells, want, { input: `newGame(network, ${first})`, where: 'contract/src/contract.rs' })
      while (!isOver(want)) {
        const cell = legalMoves(want)[Math.floor(ctx.rng() * legalMoves(want).length)]!
        const before = want.join('')
        const events: string[] = []
        const take = (who: Address, at: number) => {
          want = want.map((mark, i) => (i === at ? side(want) : mark))
          events.push(`Moved(${name(ctx, contract, who)}, ${at})`)
        }
        take(player, cell)
        if (!isOver(want)) take(network, reply(model, want))
        if (isOver(want)) {
          const won = winner(want)
          const who = won === 0 ? zeroAddress : (won === 1) === first ? player : network
          events.push(`GameEnded(${name(ctx, contract, who)})`)
        }
        ;({ cells, log } = await play(ctx, contract, player, cell))
        const opts = {
          input: `board ${before}, the player takes ${cell} as ${first ? 'X' : 'O'}`,
          where: TURN,
          oracle: ORACLE,
        }
        ctx.expectEqual(cells, want, opts)
        ctx.expectEqual(log, events, opts)
      }
      ctx.expectEqual((await ctx.call(contract, 'turn')).value, zeroAddress, {
        input: 'turn() after the end',
        where: TURN,
      })
    }
  },
}

const guardsTheBoard: Check = {
  id: '4.6/guards',
  task: '4.6',
  name: 'two people at the board: turns, strangers, taken cells, the end',
  async run(ctx) {
    const contract = await ctx.contract()
    const [, anna, ben, eve] = ctx.accounts as [Address, Address, Address, Address]
    const refuses = async (fn: string, args: unknown[], from: Address, want: string) => {
      const got = outcomeInWords(await ctx.call(contract, fn, args, { from }), () => 'accepted')
      ctx.expectEqual(got, want, {
        input: `${fn}(${args.join(', ')}) from ${name(ctx, contract, from)}`,
        where: TURN,
      })
    }
    await open(ctx, contract, anna, ben, true)
    await refuses('play', [0], eve, `reverts with NotAPlayer(${eve})`)
    await refuses('play', [0], ben, 'reverts with WrongTurn()')
    await refuses('play', [9], anna, 'reverts with OutOfRange(0, 9)')
    await refuses('newGame', [contract.address, true], eve, 'reverts with GameRunning()')
    await refuses('newGame', [anna, true], anna, `reverts with BadOpponent(${anna})`)
    await refuses('newGame', [zeroAddress, true], ben, `reverts with BadOpponent(${zeroAddress})`)
    // X takes the first row; nobody answers for a person.
    for (const [i, cell] of [0, 3, 1, 4, 2].entries()) {
      const [mover, other] = i % 2 === 0 ? [anna, ben] : [ben, anna]
      const { log } = await play(ctx, contract, mover, cell)
      const moved = `Moved(${name(ctx, contract, mover)}, ${cell})`
      const want = i === 4 ? [moved, `GameEnded(${name(ctx, contract, anna)})`] : [moved]
      ctx.expectEqual(log, want, { input: `move ${i + 1} of two people: cell ${cell}`, where: TURN })
      if (i === 4) break
      await refuses('play', [cell], other, `reverts with Occupied(${cell})`)
      await refuses('play', [8], mover, 'reverts with WrongTurn()')
      await refuses('play', [8], eve, `reverts with NotAPlayer(${eve})`)
    }
    await refuses('play', [8], ben, 'reverts with GameOver()')
    await refuses('play', [8], anna, 'reverts with GameOver()')
    await refuses('newGame', [contract.address, true], eve, 'accepted')
  },
}

const costs: Check = {
  id: '4.6/cost',
  task: '4.6',
  name: 'a move and a turn stay within their budgets',
  async run(ctx) {
    const contract = await ctx.contract()
    // The network takes as much ink for any board; the choice looks at nine cells at most.
    const outcome = await ctx.call(contract, 'bestMove', [toHex(boardInput(EMPTY_BOARD))], { profile: true })
    recordInk(ctx, 'bestMove', outcome)
    const player = ctx.accounts[1]!
    await open(ctx, contract, player, contract.address, true)
    const turn = await ctx.call(contract, 'play', [4], { from: player })
    ctx.metric('gas.play', Number(turn.gas), 'gas')
    ctx.metric('bytes.code', contract.code.length, 'bytes')
  },
}

export const checks: Check[] = [
  makesRows,
  sums,
  activates,
  chooses,
  refusesMoves,
  agreesEverywhere,
  neverLoses,
  playsGames,
  guardsTheBoard,
  costs,
  deploysModel('4.6'),
]
export default checks

async function theModel(ctx: CheckContext): Promise<LayerModel> {
  return loadModel(await ctx.text('data/model.json')) as LayerModel
}

function hiddenSums(model: LayerModel, row: number[]): number[] {
  const { weights, bias } = model.layers[0] as DenseLayer
  const w = readTensor(weights)
  return Array.from(readTensor(bias), (start, o) =>
    row.reduce((sum, x, i) => sum + w[o * 18 + i]! * x, start),
  )
}

/** How the hidden layer is rescaled; `top` is the lowest sum at its limit, give or take the rounding. */
function scaling(model: LayerModel) {
  const { multiplier, shift, max } = (model.layers[0] as DenseLayer).requantize!
  const bits = readTensor(shift)[0]!
  return { multiplier: readTensor(multiplier)[0]!, shift: bits, top: max << bits }
}

function layersOf(model: LayerModel, row: readonly number[]): ExpectedLayer[] {
  const [hidden, output] = predictLayers(model, row)
  return [
    { name: 'sums of the hidden layer', want: hiddenSums(model, [...row]), type: 'i32' },
    { name: 'hidden layer', want: [...hidden!.output], type: 'u8' },
    { name: 'scores', want: [...output!.output], type: 'i32' },
  ]
}

/** Int32 little-endian, as the steps build takes and gives sums. */
function words(values: number[]): Hex {
  return toHex(new Uint8Array(Int32Array.from(values).buffer))
}

function fromWords(value: unknown): number[] {
  const bytes = Uint8Array.from(unpackU8(value as Hex))
  const view = new DataView(bytes.buffer)
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getInt32(4 * i, true))
}

/** Boards of the data see everybody as "mine" and "theirs"; a contract has X (1), who began, and O (2). */
function absolute(board: Board): number[] {
  const marks = board.filter((mark) => mark !== 0).length
  return board.map((mark) => (mark === 0 || marks % 2 === 0 ? mark : 3 - mark))
}

function side(cells: readonly number[]): 1 | 2 {
  return cells.filter((mark) => mark !== 0).length % 2 === 0 ? 1 : 2
}

function winner(cells: readonly number[]): 0 | 1 | 2 {
  return hasWon(cells, 1) ? 1 : hasWon(cells, 2) ? 2 : 0
}

function isOver(cells: readonly number[]): boolean {
  return winner(cells) !== 0 || !cells.includes(0)
}

function refusal(cells: number[], mover: number, cell: number): string | undefined {
  if (isOver(cells)) return 'reverts with GameOver()'
  if (side(cells) !== mover) return 'reverts with WrongTurn()'
  if (cell > 8) return `reverts with OutOfRange(0, ${cell})`
  return cells[cell] === 0 ? undefined : `reverts with Occupied(${cell})`
}

/** Boards from random games, some of them over. */
function randomBoards(ctx: CheckContext, count: number): Board[] {
  return Array.from({ length: count }, (_, i) => {
    let board: Board = EMPTY_BOARD
    for (let move = 0; move < 1 + (i % 9); move++) {
      const free = legalMoves(board)
      if (hasWon(board, 2) || free.length === 0) break
      board = afterMove(board, free[Math.floor(ctx.rng() * free.length)]!)
    }
    return board
  })
}

/** The move of the model on a contract's board: the best score among empty cells. */
function reply(model: LayerModel, cells: readonly number[]): number {
  const mine = side(cells)
  const board = cells.map((mark) => (mark === 0 ? 0 : mark === mine ? 1 : 2))
  const { scores } = predict(model, boardInput(board))
  return legalMoves(board).reduce((best, cell) => (scores[cell]! > scores[best]! ? cell : best))
}

async function open(
  ctx: CheckContext,
  contract: DeployedContract,
  player: Address,
  opponent: Address,
  first: boolean,
) {
  return await act(ctx, contract, 'newGame', [opponent, first], player)
}

async function play(ctx: CheckContext, contract: DeployedContract, from: Address, cell: number) {
  return await act(ctx, contract, 'play', [cell], from)
}

/** A transaction that has to succeed; the board after it, and its moves and end in words. */
async function act(
  ctx: CheckContext,
  contract: DeployedContract,
  fn: string,
  args: unknown[],
  from: Address,
) {
  const sent = await ctx.send(contract, fn, args, { from })
  const why = sent.revert?.name ?? sent.trap ?? sent.revert?.data
  ctx.expectTrue(
    sent.status === 'success',
    `${fn}(${args.join(', ')}) should succeed, but is reverted: ${why}`,
    {
      input: `from ${name(ctx, contract, from)}`,
      where: TURN,
    },
  )
  const { logs } = await ctx.publicClient.getTransactionReceipt({ hash: sent.hash })
  const log = parseEventLogs({ abi: contract.abi, logs }).map(({ eventName, args }) => {
    const values = Object.values(args as unknown as Record<string, unknown>)
    return `${eventName}(${values.map((value) => (typeof value === 'string' ? name(ctx, contract, value as Address) : value)).join(', ')})`
  })
  const board = (await ctx.call(contract, 'board')).value as Hex
  return { cells: unpackU8(board), log }
}

function name(ctx: CheckContext, contract: DeployedContract, address: Address): string {
  const same = (other: Address) => other.toLowerCase() === address.toLowerCase()
  if (same(zeroAddress)) return 'nobody'
  if (same(contract.address)) return 'network'
  const index = ctx.accounts.findIndex(same)
  return index < 0 ? address : `account ${index}`
}
