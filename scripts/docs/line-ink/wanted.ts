import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Hex, toHex } from 'viem'
import { boardInput, EMPTY_BOARD, loadDigits8, loadMnist14 } from '../../../packages/model/src/data/index.ts'
import { packU8 } from '../../../packages/model/src/index.ts'

/** A call whose ink is laid out line by line. */
export interface WantedCall {
  /** In words, for the note below the code. */
  words: string
  fn: string
  args: readonly unknown[]
  /** Transactions that have to come before it, by the same sender; an argument `CONTRACT` is the contract's address. */
  before?: { fn: string; args: readonly unknown[] }[]
  /** Code that pages show, as `FILE#REGION` with the file below `contract/`. */
  blocks: string[]
}

export interface WantedLab {
  lab: string
  build: 'plain' | 'steps'
  calls(dir: string): WantedCall[]
}

const LIB = 'core/src/lib.rs'

/** The first input of the lab's own vectors. */
const firstVector = (dir: string): Hex =>
  JSON.parse(readFileSync(join(dir, 'data/model.vectors.json'), 'utf8')).input[0]
/** The first held-out digit, 8x8 pixels. */
const firstDigit = () => packU8([...loadDigits8().test.x.subarray(0, 64)])

const classify = (words: string, blocks: string[], input: (dir: string) => Hex): WantedLab['calls'] => {
  return (dir) => [{ words, fn: 'classify', args: [input(dir)], blocks }]
}
const kernel = (version: number, words: string, blocks: string[]): WantedCall => ({
  words: `${words} on the first held-out digit`,
  fn: 'kernel',
  args: [version, firstDigit()],
  blocks,
})

/** Everything that lessons show of a contract in Rust. */
export const WANTED: readonly WantedLab[] = [
  {
    lab: '01-decision-tree',
    build: 'plain',
    calls: classify(
      '`classify` on the first test vector',
      ['task-1-1', 'task-1-3', 'task-1-4'].map((region) => `${LIB}#${region}`),
      firstVector,
    ),
  },
  {
    lab: '02-forest',
    build: 'plain',
    calls: classify(
      '`classify` on the first test vector',
      ['task-2-3', 'task-2-4', 'task-2-5'].map((region) => `${LIB}#${region}`),
      firstVector,
    ),
  },
  {
    lab: '03-fixed-point',
    build: 'plain',
    calls: classify(
      '`classify` on the first test vector',
      ['task-3-3', 'task-3-4', 'task-3-5'].map((region) => `${LIB}#${region}`),
      firstVector,
    ),
  },
  {
    lab: '04-neural-network',
    build: 'plain',
    calls: () => [
      {
        words: '`bestMove` on the empty board',
        fn: 'bestMove',
        args: [toHex(boardInput(EMPTY_BOARD))],
        blocks: ['task-4-2', 'task-4-3', 'task-4-4'].map((region) => `${LIB}#${region}`),
      },
      {
        words: '`play(4)`, the first move against the network',
        fn: 'play',
        args: [4],
        before: [{ fn: 'newGame', args: ['CONTRACT', true] }],
        blocks: [`${LIB}#task-4-5`, 'src/turn.rs#task-4-6'],
      },
    ],
  },
  {
    lab: '05-int8-mlp',
    build: 'plain',
    calls: classify(
      '`classify` on the first held-out digit',
      ['task-5-4', 'task-5-5', 'task-5-6'].map((region) => `${LIB}#${region}`),
      () => packU8([...loadMnist14().test.x.subarray(0, 196)]),
    ),
  },
  {
    lab: '06-gas-golf',
    build: 'steps',
    calls: () => [
      kernel(0, "Lab 5's loops", ['core/src/naive.rs#naive']),
      kernel(1, 'Kernel 1', ['core/src/v1.rs#task-6-1']),
      kernel(2, 'Kernel 2', ['core/src/v2.rs#keep-store', 'core/src/v2.rs#task-6-2']),
      kernel(3, 'Kernel 3', ['core/src/v3.rs#task-6-3']),
      kernel(4, 'Kernel 4', ['core/src/lanes.rs#unpack', 'core/src/v4.rs#task-6-4']),
      kernel(5, 'Kernel 5', ['core/src/v5.rs#task-6-5']),
      kernel(6, 'Kernel 6', ['core/src/v6.rs#task-6-6']),
    ],
  },
]
