/** Figures of others, as their makers or third parties published them: other machines, other models, other proofs. */
export interface Published {
  system: string
  model: string
  /** From a key and an input to a proof; making keys is not counted. */
  proveSeconds: number
  verifySeconds: number | null
  /** Bytes, where they are told. */
  proofBytes: number | null
  machine: string
  /** Where we read it. */
  source: string
  /** The day of that. */
  read: string
  kind: 'maker' | 'rival' | 'measured here'
}

const DEEP_PROVE = 'https://github.com/Lagrange-Labs/deep-prove'
const JOLT_ATLAS = 'https://github.com/ICME-Lab/jolt-atlas'
const EPYC = 'AMD EPYC 7B12'
const read = '2026-11-24'

export const PUBLISHED: Published[] = [
  {
    system: 'EZKL',
    model: 'CNN, 264 k parameters',
    proveSeconds: 196.6,
    verifySeconds: 312.5,
    proofBytes: null,
    machine: EPYC,
    source: DEEP_PROVE,
    read,
    kind: 'rival',
  },
  {
    system: 'DeepProve',
    model: 'CNN, 264 k parameters',
    proveSeconds: 1.24,
    verifySeconds: 0.6,
    proofBytes: null,
    machine: EPYC,
    source: DEEP_PROVE,
    read,
    kind: 'maker',
  },
  {
    system: 'EZKL',
    model: 'dense net, 4 M parameters',
    proveSeconds: 126.8,
    verifySeconds: 1.11,
    proofBytes: null,
    machine: EPYC,
    source: DEEP_PROVE,
    read,
    kind: 'rival',
  },
  {
    system: 'DeepProve',
    model: 'dense net, 4 M parameters',
    proveSeconds: 2.34,
    verifySeconds: 0.52,
    proofBytes: null,
    machine: EPYC,
    source: DEEP_PROVE,
    read,
    kind: 'maker',
  },
  {
    system: 'DeepProve',
    model: 'GPT-2, 512 tokens',
    proveSeconds: 456,
    verifySeconds: 1.3,
    proofBytes: 11_219_763,
    machine: '24 cores, 504 GB',
    source: DEEP_PROVE,
    read,
    kind: 'maker',
  },
  {
    system: 'EZKL',
    model: 'nanoGPT, 250 k parameters',
    proveSeconds: 237,
    verifySeconds: 0.34,
    proofBytes: null,
    machine: 'not told',
    source: JOLT_ATLAS,
    read,
    kind: 'rival',
  },
  {
    system: 'Jolt Atlas',
    model: 'nanoGPT, 250 k parameters',
    proveSeconds: 2.29,
    verifySeconds: 0.13,
    proofBytes: null,
    machine: 'MacBook Pro M3',
    source: JOLT_ATLAS,
    read,
    kind: 'maker',
  },
  {
    system: 'Jolt Atlas',
    model: 'GPT-2, 125 M parameters',
    proveSeconds: 14.9,
    verifySeconds: 1.04,
    proofBytes: null,
    machine: 'MacBook Pro M3',
    source: JOLT_ATLAS,
    read,
    kind: 'maker',
  },
  {
    system: 'EZKL, hashed input',
    model: 'digits 64-32-10, 2.4 k parameters',
    proveSeconds: 21.6,
    verifySeconds: null,
    proofBytes: null,
    machine: '2 cores',
    source: 'a trial before this package was written',
    read,
    kind: 'measured here',
  },
]
