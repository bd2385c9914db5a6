import { defineLab } from '@inkling/lab'

export default defineLab({
  id: '03-fixed-point',
  number: 3,
  title: 'Fixed point',
  question: 'How would a person with these answers vote?',
  minutes: 65,
  lesson: 'docs/lessons/03-fixed-point.md',
  learned:
    'a scale and a zero point turn any column into bytes; one multiplication and one shift stand for any factor; a curve is a table with straight lines between its entries; and an error has a size, counted in LSB.',
  tasks: [
    { id: '3.1', title: 'scale and zero point', file: 'train.ts', points: 15 },
    { id: '3.2', title: 'weights in int8', file: 'train.ts', needs: ['3.1'], points: 20 },
    { id: '3.3', title: 'dot product', file: 'contract/core/src/lib.rs', points: 10 },
    { id: '3.4', title: 'requantize', file: 'contract/core/src/lib.rs', points: 20 },
    { id: '3.5', title: 'sigmoid', file: 'contract/core/src/lib.rs', needs: ['3.3', '3.4'], points: 20 },
    { id: '3.6', title: 'the error in LSB', file: 'train.ts', points: 15 },
  ],
  budgets: [
    {
      id: 'ink.classify',
      title: 'execution, worst row',
      unit: 'ink',
      budget: 1_100_000,
      par: 906_058,
      parParts: { instructions: 751_103, hostCalls: 154_955 },
    },
    {
      id: 'gas.classify',
      title: 'a call from another contract, worst row',
      unit: 'gas',
      budget: 16_000,
      par: 13_629,
    },
    { id: 'bytes.code', title: 'code on chain', unit: 'bytes', budget: 8_192, par: 6_867 },
  ],
  answerFiles: ['contract/core/src/lib.rs', 'train.ts'],
  leaderboard: { checks: ['3.5/agreement', '3.5/errors', '3.5/cost'] },
  contract: {
    package: 'lab03',
    abi: [
      'function classify(bytes input) view returns (uint8)',
      'function scores(bytes input) view returns (int32[])',
      'function inputLength() pure returns (uint32)',
      'function modelHash() pure returns (bytes32)',
      'error WrongLength(uint256 expected, uint256 actual)',
      'error OutOfRange(uint256 index, int256 value)',
    ],
    stepsAbi: [
      'function dot(bytes features) view returns (int32)',
      'function dotCells(bytes features) view returns (int32)',
      'function requantize(int32 sum, int32 multiplier, uint32 shift) view returns (int32)',
      'function sigmoid(int32 logit) view returns (int32)',
    ],
  },
})
