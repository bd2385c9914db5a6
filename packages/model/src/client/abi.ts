/** What every model contract of this project answers and how it refuses (`classify` takes packed bytes). */
export const modelAbi = [
  {
    type: 'function',
    name: 'classify',
    stateMutability: 'view',
    inputs: [{ name: 'input', type: 'bytes' }],
    outputs: [{ type: 'uint8' }],
  },
  {
    type: 'function',
    name: 'scores',
    stateMutability: 'view',
    inputs: [{ name: 'input', type: 'bytes' }],
    outputs: [{ type: 'int32[]' }],
  },
  {
    type: 'function',
    name: 'inputLength',
    stateMutability: 'pure',
    inputs: [],
    outputs: [{ type: 'uint32' }],
  },
  {
    type: 'function',
    name: 'modelHash',
    stateMutability: 'pure',
    inputs: [],
    outputs: [{ type: 'bytes32' }],
  },
  {
    type: 'error',
    name: 'WrongLength',
    inputs: [
      { name: 'expected', type: 'uint256' },
      { name: 'actual', type: 'uint256' },
    ],
  },
  {
    type: 'error',
    name: 'OutOfRange',
    inputs: [
      { name: 'index', type: 'uint256' },
      { name: 'value', type: 'int256' },
    ],
  },
] as const

/** The part of the ArbWasm precompile that tells why a program can't be called. */
export const arbWasmStatusAbi = [
  {
    type: 'function',
    name: 'programTimeLeft',
    stateMutability: 'view',
    inputs: [{ name: 'program', type: 'address' }],
    outputs: [{ type: 'uint64' }],
  },
  { type: 'error', name: 'ProgramNotWasm', inputs: [] },
  { type: 'error', name: 'ProgramNotActivated', inputs: [] },
  {
    type: 'error',
    name: 'ProgramNeedsUpgrade',
    inputs: [
      { name: 'version', type: 'uint16' },
      { name: 'stylusVersion', type: 'uint16' },
    ],
  },
  { type: 'error', name: 'ProgramExpired', inputs: [{ name: 'ageInSeconds', type: 'uint64' }] },
] as const

export const ARB_WASM = '0x0000000000000000000000000000000000000071'
