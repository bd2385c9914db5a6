import { defineLab } from '@inkling/lab'

export default defineLab({
  id: '00-first-light',
  number: 0,
  title: 'First light',
  question: 'Can a contract make up its mind?',
  minutes: 5,
  lesson: 'docs/lessons/00-first-light.md',
  learned:
    'a trained model is a contract like any other: it has an address, anyone can call it, and each call has a price that can be taken apart.',
  tasks: [{ id: '0.1', title: 'deploy a model and ask it', file: 'contract/core/src/lib.rs', points: 0 }],
  budgets: [],
  answerFiles: [],
  contract: {
    package: 'lab00',
    abi: [
      'function classify(bytes input) view returns (uint8)',
      'function scores(bytes input) view returns (int32[])',
      'function inputLength() pure returns (uint32)',
      'function modelHash() pure returns (bytes32)',
      'error WrongLength(uint256 expected, uint256 actual)',
      'error OutOfRange(uint256 index, int256 value)',
    ],
  },
  prebuilt: {
    code: 'prebuilt/first-light.code',
    inputs: '3e2caba0973440366371c17a684bc2d12611d592d77f05dd27d8dc1fae04f8ed',
  },
})
