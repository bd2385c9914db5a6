import { defineLab } from '@inkling/lab'

const kernel = (version: number) => `contract/core/src/v${version}.rs`

export default defineLab({
  id: '06-gas-golf',
  number: 6,
  title: 'Gas golf',
  question: 'How little may a decision cost?',
  minutes: 75,
  lesson: 'docs/lessons/06-gas-golf.md',
  learned:
    'a block of instructions costs more than what is in it; constants belong into the code; four sums fit one word; and zeros are only worth something in blocks.',
  tasks: [
    { id: '6.1', title: 'eight to a block', file: kernel(1), points: 15 },
    { id: '6.2', title: 'eight weights in a word', file: kernel(2), points: 15 },
    { id: '6.3', title: 'no loops', file: kernel(3), points: 15 },
    { id: '6.4', title: 'four sums in a word', file: kernel(4), points: 20 },
    { id: '6.5', title: 'one multiplication for two', file: kernel(5), needs: ['6.4'], points: 15 },
    { id: '6.6', title: 'leave blocks out', file: kernel(6), needs: ['6.4'], points: 20 },
  ],
  budgets: [
    ...[
      { title: 'kernel 1, static arrays', budget: 3_950_000, par: 3_511_948 },
      { title: 'kernel 2, const-stores', budget: 3_200_000, par: 2_812_270 },
      { title: 'kernel 3, unrolled', budget: 1_000_000, par: 894_081 },
      { title: 'kernel 4, lanes', budget: 590_000, par: 524_125 },
      { title: 'kernel 5, Winograd', budget: 590_000, par: 523_185 },
      { title: 'kernel 6, sparse', budget: 490_000, par: 437_650 },
    ].map((budget, at) => ({
      id: `ink.v${at + 1}`,
      unit: 'ink' as const,
      naive: 9_467_607,
      where: kernel(at + 1),
      ...budget,
    })),
    {
      id: 'ink.classify',
      title: 'execution of classify',
      unit: 'ink',
      naive: 9_448_177,
      budget: 575_000,
      par: 511_979,
      parParts: { instructions: 454_377, hostCalls: 57_602 },
      best: 387_004,
      where: 'contract/core/src/golf.rs',
    },
    {
      id: 'gas.classify',
      title: 'a call from another contract',
      unit: 'gas',
      naive: 12_773,
      budget: 12_000,
      par: 10_721,
      where: 'contract/core/src/golf.rs',
    },
    {
      id: 'bytes.code',
      title: 'code on chain',
      unit: 'bytes',
      naive: 4_115,
      budget: 8_192,
      par: 5_651,
      where: 'contract/core/src/golf.rs',
    },
  ],
  answerFiles: [1, 2, 3, 4, 5, 6].map(kernel).concat('contract/core/src/golf.rs'),
  leaderboard: { checks: ['6.6/label', '6.6/errors', '6.6/classify'] },
  contract: {
    package: 'lab06',
    abi: ['function classify(bytes input) view returns (uint8)'],
    stepsAbi: ['function kernel(uint8 version, bytes images) view returns (bytes)'],
  },
})
