import { defineLab } from '@inkling/lab'

export default defineLab({
  id: '01-decision-tree',
  number: 1,
  title: 'A decision tree',
  question: 'Is this site safe for a wallet?',
  minutes: 55,
  lesson: 'docs/lessons/01-decision-tree.md',
  learned:
    'a trained tree is a table of integers; rounding a threshold down moves no row; input from outside is checked before it is used; and most of what a call costs is getting in.',
  tasks: [
    { id: '1.1', title: 'refuse a wrong length', file: 'contract/core/src/lib.rs', points: 10 },
    { id: '1.2', title: 'quantize the thresholds', file: 'train.ts', points: 20 },
    { id: '1.3', title: 'walk the tree', file: 'contract/core/src/lib.rs', points: 25 },
    { id: '1.4', title: 'check the range', file: 'contract/core/src/lib.rs', points: 20 },
    { id: '1.5', title: 'put it on chain', file: 'deploy.ts', needs: ['1.1', '1.3', '1.4'], points: 25 },
  ],
  budgets: [
    {
      id: 'ink.classify',
      title: 'execution, worst path',
      unit: 'ink',
      naive: 1_342_047,
      budget: 1_200_000,
      par: 983_684,
      parParts: { instructions: 828_729, hostCalls: 154_955 },
    },
    {
      id: 'gas.classify',
      title: 'a call from another contract, worst path',
      unit: 'gas',
      naive: 13_934,
      budget: 16_000,
      par: 13_688,
    },
    { id: 'bytes.code', title: 'code on chain', unit: 'bytes', budget: 8_192, par: 6_762 },
  ],
  answerFiles: ['contract/core/src/lib.rs', 'train.ts', 'deploy.ts'],
  leaderboard: { checks: ['1.5/agreement', '1.5/errors', '1.5/cost'] },
  contract: {
    package: 'lab01',
    abi: [
      'function classify(bytes input) view returns (uint8)',
      'function scores(bytes input) view returns (int32[])',
      'function inputLength() pure returns (uint32)',
      'function modelHash() pure returns (bytes32)',
      'error WrongLength(uint256 expected, uint256 actual)',
      'error OutOfRange(uint256 index, int256 value)',
    ],
    stepsAbi: [
      'function features(bytes input) view returns (bytes)',
      'function walk(bytes features) view returns (bytes)',
      'function range(bytes features) view returns (bytes)',
    ],
  },
})
