import { defineLab } from '@inkling/lab'

export default defineLab({
  id: '05-int8-mlp',
  number: 5,
  title: 'A net in eight bits',
  question: 'Which digit did somebody write on the check?',
  minutes: 60,
  lesson: 'docs/lessons/05-int8-mlp.md',
  learned:
    'a range comes from data; a scale for each channel keeps small neurons exact; a real factor is a multiplier and a shift; and one rounding, half up, is the same on every machine.',
  tasks: [
    { id: '5.1', title: 'calibrate the range', file: 'quantize.ts', points: 15 },
    { id: '5.2', title: 'quantize the weights', file: 'quantize.ts', points: 15 },
    { id: '5.3', title: 'a factor as multiplier and shift', file: 'quantize.ts', points: 15 },
    { id: '5.4', title: 'sum a layer', file: 'contract/core/src/lib.rs', points: 15 },
    { id: '5.5', title: 'requantize', file: 'contract/core/src/lib.rs', points: 15 },
    {
      id: '5.6',
      title: 'run the whole net',
      file: 'contract/core/src/lib.rs',
      needs: ['5.1', '5.2', '5.3', '5.4', '5.5'],
      points: 25,
    },
  ],
  budgets: [
    {
      id: 'ink.classify',
      title: 'execution, worst image',
      unit: 'ink',
      budget: 50_000_000,
      par: 40_753_426,
      parParts: { instructions: 40_592_711, hostCalls: 160_715 },
    },
    {
      id: 'gas.classify',
      title: 'a call from another contract, worst image',
      unit: 'gas',
      budget: 34_000,
      par: 29_378,
    },
    { id: 'bytes.code', title: 'code on chain', unit: 'bytes', budget: 21_504, par: 18_612 },
  ],
  answerFiles: ['contract/core/src/lib.rs', 'quantize.ts'],
  leaderboard: { checks: ['5.6/agreement', '5.6/errors', '5.6/cost'] },
  contract: {
    package: 'lab05',
    abi: [
      'function classify(bytes input) view returns (uint8)',
      'function scores(bytes input) view returns (int32[])',
      'function inputLength() pure returns (uint32)',
      'function modelHash() pure returns (bytes32)',
      'error WrongLength(uint256 expected, uint256 actual)',
      'error OutOfRange(uint256 index, int256 value)',
    ],
    stepsAbi: [
      'function dense(bytes input) view returns (bytes)',
      'function requantize(bytes input) view returns (bytes)',
      'function layer(uint8 index, bytes input) view returns (bytes)',
      'error WrongLength(uint256 expected, uint256 actual)',
      'error OutOfRange(uint256 index, int256 value)',
    ],
  },
})
