import type { CheckContext } from '@inkling/lab'
import { compress, decompressProgram } from '@inkling/wasm/brotli'
import fc from 'fast-check'
import { encodeFunctionData, parseAbi, toHex } from 'viem'
import { describe, expect, test } from 'vitest'
import { refusesCards } from '../../labs/09-mind-nft/checks-wallet.ts'
import { childOf, habitsOf, pictureOf, playOf } from '../../labs/09-mind-nft/mind.ts'
import { callOf, revertInWords, wordsAndBytesCall } from '../.vitepress/theme/playground/chain/abi.ts'
import { answerOf, tooLittleGas } from '../.vitepress/theme/playground/chain/answer.ts'
import { latest } from '../.vitepress/theme/playground/chain/latest.ts'
import { sampleDigit } from '../.vitepress/theme/playground/digit/strokes.ts'
import { DIGITS_8, MNIST_14, toPixels } from '../.vitepress/theme/playground/digit/to-pixels.ts'
import { ProgressFileError, readProgressFile } from '../.vitepress/theme/playground/editor/progress.ts'
import { CardError, readCard } from '../.vitepress/theme/playground/mind/read-card.ts'
import { pointsOf, roundsOf } from '../.vitepress/theme/playground/mind/rounds.ts'
import { storedProgram } from '../.vitepress/theme/playground/runner/stored-program.ts'
import { pathOf, placeTree } from '../.vitepress/theme/playground/shared/tree.ts'

describe('storedProgram', () => {
  test('any module comes back from a stored stream', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (wasm) => {
        expect([...decompressProgram(storedProgram(wasm))]).toEqual([...wasm])
      }),
    )
    const long = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251)
    expect(decompressProgram(storedProgram(long), { maxWasmSize: 131_072 })).toEqual(long)
  })

  test("a known module's code is taken, with the rest behind the stream", () => {
    const wasm = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)
    const code = compress(wasm)
    const marked = storedProgram(Uint8Array.of(...wasm, 9, 9), { wasm, code })
    expect(marked.length).toBe(code.length + 2)
    expect(decompressProgram(marked)).toEqual(wasm)
  })
})

describe('toPixels', () => {
  const ink = (pixels: Uint8Array) => pixels.reduce((sum, value) => sum + value, 0)

  test('nothing drawn is nothing', () => {
    expect(ink(toPixels([], MNIST_14))).toBe(0)
    expect(toPixels([], DIGITS_8)).toHaveLength(64)
  })

  test('size and place on the canvas do not matter', () => {
    for (const kind of [MNIST_14, DIGITS_8]) {
      const image = toPixels(sampleDigit(4), kind)
      expect(Math.max(...image)).toBeLessThanOrEqual(kind.full)
      const smaller = sampleDigit(4).map((stroke) =>
        stroke.map(({ x, y }) => ({ x: x * 0.6 + 0.3, y: y * 0.6 })),
      )
      const again = toPixels(smaller, kind)
      const gap = Math.max(...image.map((value, i) => Math.abs(value - again[i]!)))
      expect(gap).toBeLessThanOrEqual(kind.full / 16)
    }
  })

  test('a dot stays a dot', () => {
    const dot = toPixels([[{ x: 0.1, y: 0.9 }]], MNIST_14)
    expect(ink(dot)).toBeGreaterThan(0)
    expect(dot.filter((value) => value > 0).length).toBeLessThanOrEqual(16)
  })
})

describe('latest', () => {
  test('of all questions that come during an answer only the last is asked', async () => {
    const asked: number[] = []
    const done: number[] = []
    let release = () => {}
    const put = latest(
      (n: number) => {
        asked.push(n)
        return new Promise<number>((resolve) => {
          release = () => resolve(n)
        })
      },
      (n) => done.push(n),
      () => undefined,
    )
    for (const n of [1, 2, 3, 4]) put(n)
    expect(asked).toEqual([1])
    release()
    await expect.poll(() => asked).toEqual([1, 4])
    release()
    await expect.poll(() => done).toEqual([1, 4])
  })

  test('goes on after a failure', async () => {
    const failed: string[] = []
    const done: number[] = []
    const put = latest(
      async (n: number) => {
        if (n === 1) throw new Error('no')
        return n
      },
      (n) => done.push(n),
      (error) => failed.push((error as Error).message),
    )
    put(1)
    await expect.poll(() => failed).toEqual(['no'])
    put(2)
    await expect.poll(() => done).toEqual([2])
  })
})

describe('tree', () => {
  const nodes = [
    { feature: 0, threshold: 1, left: 1, right: 2 },
    { scores: [3, 1] },
    { feature: 1, threshold: 0, left: 3, right: 4 },
    { scores: [0, 2] },
    { scores: [5, 0] },
  ]
  test('at most goes left, and no two nodes stand on each other', () => {
    expect(pathOf(nodes, [1, 9])).toEqual([0, 1])
    expect(pathOf(nodes, [2, 0])).toEqual([0, 2, 3])
    const { at, leaves, depth } = placeTree(nodes)
    expect([leaves, depth]).toEqual([3, 2])
    expect(new Set(at.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length)
  })
})

describe('readProgressFile', () => {
  const file = (tasks: unknown) =>
    JSON.stringify({ schema: 'lab-progress/1', labs: { '01-decision-tree': { best: {}, last: {}, tasks } } })
  const task = {
    status: 'pass',
    firstPass: '2026-11-24T05:57:19.847Z',
    attempts: 1,
    hints: 0,
    revealed: false,
  }

  test('takes what was passed', () => {
    expect(
      readProgressFile(
        file({ '1.1': task, '1.2': { ...task, status: 'fail' }, '1.3': { ...task, revealed: true } }),
      ),
    ).toEqual({
      '1.1': { at: task.firstPass, by: 'clone' },
      '1.3': { at: task.firstPass, by: 'clone', revealed: true },
    })
  })

  test.each([
    ['', 'not JSON'],
    ['{"schema": "lab-progress/1", "labs": {"01', 'cut off'],
    ['null', 'no progress file'],
    ['[]', 'no progress file'],
    ['{"tasks": {}}', 'no progress file'],
    ['{"schema": "lab-progress/1", "labs": {"x": 3}}', 'lab "x" has no tasks'],
    [file({ '1.1': null }), 'task "1.1" can\'t be read'],
    [file({ oops: task }), 'task "oops" can\'t be read'],
  ])('says what is wrong with %j', (text, words) => {
    expect(() => readProgressFile(text)).toThrow(ProgressFileError)
    expect(() => readProgressFile(text)).toThrow(words)
  })

  test('never throws anything else', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          readProgressFile(text)
        } catch (error) {
          expect(error).toBeInstanceOf(ProgressFileError)
        }
      }),
    )
  })
})

describe('calldata', () => {
  test('words and bytes as viem writes them', () => {
    const abi = parseAbi([
      'function submit(uint256 requestId, uint256 inputCommit, uint8 class, bytes proof)',
    ])
    for (const length of [0, 31, 32, 256]) {
      const proof = new Uint8Array(length).fill(7)
      const args = [3n, 2n ** 250n, 9, toHex(proof)] as const
      expect(wordsAndBytesCall('submit', [args[0], args[1], args[2]], proof)).toBe(
        encodeFunctionData({ abi, functionName: 'submit', args }),
      )
    }
  })
})

describe('calldata with lists', () => {
  const abi = parseAbi([
    'function propose(uint64 id, bytes32 weightsHash, bytes32 keyHash, address[] parts)',
    'function fromData(address[] parts, bytes input)',
  ])
  const parts = ['0x01', '0xff', '0x57'].map((byte) => `0x${byte.slice(2).padStart(40, '0')}` as const)
  test.each([0, 1, 3])('%i addresses as viem writes them', (count) => {
    const some = parts.slice(0, count)
    const hash = `0x${'ab'.repeat(32)}` as const
    expect(callOf('propose', 7, hash, hash, some)).toBe(
      encodeFunctionData({ abi, functionName: 'propose', args: [7n, hash, hash, some] }),
    )
    for (const length of [0, 32, 33]) {
      const input = new Uint8Array(length).fill(9)
      expect(callOf('fromData', some, input)).toBe(
        encodeFunctionData({ abi, functionName: 'fromData', args: [some, toHex(input)] }),
      )
    }
  })
})

describe('revertInWords', () => {
  test('shows 32 bytes as such, and negative numbers as numbers', () => {
    expect(revertInWords(`0xb726a814${'c3'.repeat(32)}`)).toBe('The contract reverted: DnaTaken(0xc3c3c3c3…)')
    expect(revertInWords(`0xdcb310b6${'0'.repeat(63)}2${'f'.repeat(64)}`)).toContain('OutOfRange(2, -1)')
  })
})

describe('readCard', () => {
  const base64 = (type: string, text: string) => `data:${type};base64,${Buffer.from(text).toString('base64')}`
  const svg = pictureOf(`0x${'1b'.repeat(32)}`)
  const card = (more: Record<string, unknown> = {}, picture = svg) =>
    base64(
      'application/json',
      JSON.stringify({
        name: 'Ann',
        image: base64('image/svg+xml', picture),
        attributes: [{ trait_type: 'At first', value: 'takes' }],
        ...more,
      }),
    )

  test('takes a card as the contract writes it, and leaves the picture as it came', () => {
    expect(readCard(card())).toEqual({
      name: 'Ann',
      image: base64('image/svg+xml', svg),
      traits: [{ name: 'At first', value: 'takes' }],
    })
    expect(readCard(card({ attributes: null })).traits).toEqual([])
  })

  test.each([
    ['https://example.org/7.json', 'elsewhere'],
    ['data:application/json;base64,%%%', 'no base64'],
    [base64('application/json', '{"name":'), 'no JSON'],
    [base64('application/json', 'null'), 'no card'],
    [card({ name: 7 }), 'no name'],
    [card({ name: 'A'.repeat(41) }), 'no name'],
    [card({ image: 'https://example.org/7.svg' }), 'elsewhere'],
    [card({}, '<svg><script>alert(1)</script></svg>'), '<script>'],
    [card({}, '<svg><image href="https://example.org/x"/></svg>'), '<image>'],
    [card({}, '<svg><rect onload="alert(1)"/></svg>'), 'onload'],
    [card({}, '<svg/onload="alert(1)"></svg>'), 'onload'],
    [card({}, "<svg><rect fill='url(//example.org/#a)'/></svg>"), 'elsewhere'],
  ])('refuses %#', (uri, words) => {
    expect(() => readCard(uri)).toThrow(CardError)
    expect(() => readCard(uri)).toThrow(words)
  })
})

test("what lab 9's grader calls hostile, the page refuses too", async () => {
  let cases = 0
  const expectEqual = (got: unknown, want: unknown, { input }: { input: string }) => {
    cases++
    expect(got, input).toBe(want)
  }
  await refusesCards.run({ module: async () => ({ readCard }), expectEqual } as unknown as CheckContext)
  expect(cases).toBeGreaterThan(20)
})

describe('roundsOf', () => {
  test('the moves that the habits make have the points of the game', () => {
    let [a, b] = [`0x${'5a'.repeat(32)}`, `0x${'c1'.repeat(32)}`] as [`0x${string}`, `0x${string}`]
    for (let i = 0; i < 20; i++) {
      const moves = roundsOf(habitsOf(a), habitsOf(b))
      expect([pointsOf(moves.a, moves.b), pointsOf(moves.b, moves.a)]).toEqual(playOf(a, b))
      ;[a, b] = [childOf(a, b), a]
    }
  })
})

describe('tooLittleGas', () => {
  test('says what a transaction takes at least', () => {
    expect(tooLittleGas('err: intrinsic gas too low: have 20000, want 21520 (supplied gas 20000)')).toMatch(
      /^20,000 gas are too few for any transaction: .* 21,520, /,
    )
  })
  test('leaves other words alone', () => {
    expect(tooLittleGas('no such method')).toBe('no such method')
  })
})

describe('answerOf', () => {
  const parts = {
    base: 21_000,
    calldata: 100,
    entry: 5_000,
    pages: 0,
    hostCalls: { read_args: 7, write_result: 3 },
    instructions: 12_345,
    lost: 0,
    output: 0,
    refund: 0,
  }
  const profile = {
    ok: true,
    returnData: '0x01' as const,
    gasUsed: '0x5208' as const,
    frameGas: 99,
    ink: 12_355,
    cached: false,
    parts,
    functions: [],
  }
  const call = { to: '0x01' as const, data: '0x' as const }

  test('sums host calls, and rounds the run up to gas as the chain does', () => {
    const answer = answerOf(call, profile)
    expect(answer.parts.hostCalls).toBe(10)
    expect([answer.ink, answer.runGas, answer.callGas, answer.txGas]).toEqual([12_355, 2, 99, 21_000])
    expect(answer.refused).toBeUndefined()
  })

  test.each([
    [{ trap: 'out of ink: 12355 ink were not enough' }, 'ran out of ink: 12,355 ink were used'],
    [{ trap: 'unreachable' }, 'panicked'],
    [{ trap: 'out of gas', ink: null, returnData: '0x' as const }, 'ran out before the contract began'],
    [{ returnData: '0x' as const }, 'gave no reason'],
    [
      { returnData: `0xdcb310b6${'0'.repeat(63)}2${'f'.repeat(64)}` as const },
      'The contract reverted: OutOfRange(2, -1)',
    ],
    [{ returnData: '0x12345678' as const }, 'reverted with 0x12345678'],
  ])('says why there is no answer: %j', (more, words) => {
    expect(answerOf(call, { ...profile, ok: false, ...more }).refused).toContain(words)
  })
})
