/** Figures of others, as their makers or third parties published them: other machines, other models, other proofs. */
export interface Published {
  system: string
  model: string
  figure: string
  source: string
  kind: 'third-party article of a vendor benchmark' | 'vendor' | 'abstract' | 'measured in a trial here'
}

export const PUBLISHED: Published[] = [
  {
    system: 'EZKL',
    model: 'CNN, 264 k parameters',
    figure: 'prove 196.6 s, verify 312.5 s (EPYC 7B12)',
    source: 'comparison published with DeepProve',
    kind: 'third-party article of a vendor benchmark',
  },
  {
    system: 'DeepProve',
    model: 'CNN, 264 k parameters',
    figure: 'prove 1.24 s, verify 0.6 s (EPYC 7B12)',
    source: 'comparison published with DeepProve',
    kind: 'third-party article of a vendor benchmark',
  },
  {
    system: 'EZKL',
    model: 'dense, 4 M parameters',
    figure: 'prove 126.8 s, verify 1.1 s (EPYC 7B12)',
    source: 'comparison published with DeepProve',
    kind: 'third-party article of a vendor benchmark',
  },
  {
    system: 'DeepProve',
    model: 'dense, 4 M parameters',
    figure: 'prove 2.3 s, verify 0.52 s (EPYC 7B12)',
    source: 'comparison published with DeepProve',
    kind: 'third-party article of a vendor benchmark',
  },
  {
    system: 'DeepProve-1',
    model: 'GPT-2',
    figure: '0.5 token a second at 1,024 tokens',
    source: 'announcement, August 2025',
    kind: 'vendor',
  },
  {
    system: 'Jolt Atlas',
    model: 'nanoGPT, 250 k parameters',
    figure: 'prove 14 s (17 times as fast as EZKL); GPT-2 of 125 M 38 s',
    source: 'February 2026; proofs are larger than pairing-based ones',
    kind: 'abstract',
  },
  {
    system: 'EZKL, hashed input',
    model: 'digits 64-32-10, 2.4 k parameters',
    figure: 'prove 21.6 s (2 cores)',
    source: 'a trial before this package was written',
    kind: 'measured in a trial here',
  },
]
