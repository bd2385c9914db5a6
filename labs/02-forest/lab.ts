import { defineLab } from '@inkling/lab'

export default defineLab({
  id: '02-forest',
  number: 2,
  title: 'A forest',
  question: 'What do a hundred opinions cost?',
  minutes: 50,
  lesson: 'docs/lessons/02-forest.md',
  learned:
    'many small trees are right more often than one large one; their sums are exact, so order is free; a table costs by the byte on every call and code does not; and a deployment that stops halfway can go on.',
  tasks: [
    { id: '2.1', title: 'quantize the leaves', file: 'train.ts', points: 15 },
    { id: '2.2', title: 'pack a node', file: 'train.ts', points: 15 },
    { id: '2.3', title: 'walk a packed tree', file: 'contract/core/src/lib.rs', points: 20 },
    { id: '2.4', title: 'majority and sum', file: 'contract/core/src/lib.rs', needs: ['2.3'], points: 15 },
    { id: '2.5', title: 'choose the layout', file: 'contract/core/src/lib.rs', points: 15 },
    { id: '2.6', title: 'deploy with a limit', file: 'deploy.ts', points: 20 },
  ],
  budgets: [
    {
      id: 'ink.classify',
      title: 'execution, worst row',
      unit: 'ink',
      naive: 4_142_334,
      budget: 1_700_000,
      par: 1_428_593,
      parParts: { instructions: 1_273_638, hostCalls: 154_955 },
    },
    {
      id: 'gas.classify',
      title: 'a call from another contract, worst row',
      unit: 'gas',
      naive: 32_210,
      budget: 17_500,
      par: 15_305,
    },
    { id: 'bytes.code', title: 'code on chain', unit: 'bytes', budget: 13_500, par: 11_343 },
  ],
  answerFiles: ['contract/core/src/lib.rs', 'train.ts', 'deploy.ts'],
  leaderboard: { checks: ['2.5/agreement', '2.5/errors', '2.5/cost'] },
  contract: {
    package: 'lab02',
    abi: [
      'function classify(bytes input) view returns (uint8)',
      'function scores(bytes input) view returns (int32[])',
      'function inputLength() pure returns (uint32)',
      'function modelHash() pure returns (bytes32)',
      'error WrongLength(uint256 expected, uint256 actual)',
      'error OutOfRange(uint256 index, int256 value)',
    ],
    stepsAbi: [
      'function walk(bytes nodes, uint16 root, bytes x) view returns (int32)',
      'function verdict(bytes nodes, bytes roots, int32 base, bytes x) view returns (int32, uint8)',
    ],
  },
})
