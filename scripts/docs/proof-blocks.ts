import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Published } from '../bench/proof/published.ts'
import { root } from '../bootstrap/paths.mjs'
import { integer, table, type Writers } from './blocks.ts'

interface Bench {
  environment: { cpu: string; cores: number; node: string; chromium: string | null }
  circuits: {
    name: string
    secret: string
    signals: number
    constraints: number
    domain: number
    zkeyBytes: number
    precompileGas: number
    node: { setupCpuMs: number; proveCpuMs: number; verifyCpuMs: number }
    chromium: {
      setupMs: number
      proveMs: number
      proveMsLeast: number
      proveCpuMs: number
      cancelMs: number
    } | null
  }[]
  bundles: Record<'prover' | 'verifier', { bytes: number; gzip: number }>
  published: Published[]
}

/** What `docs/data/lab7.json` measured on the devnode, whole transactions on both sides. */
interface Lab7 {
  figures: {
    gas: Record<'submit' | 'submitCached' | 'precompiles', number>
    plain: Record<'txGas' | 'txGasCached', number>
  }
}

/** Blocks of what `npm run bench:proof`, `fuzz:proof` and `oracle:zk` wrote. */
export function proofBlocks(): Writers {
  const read = <T>(file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as T
  const bench = () => read<Bench>('docs/data/bench-proof.json')
  return {
    'proof-circuits': () => circuitTable(bench()),
    'proof-bundles': () => {
      const { prover, verifier } = bench().bundles
      return `A page that proves loads ${kilobytes(prover.bytes)} of script (${kilobytes(prover.gzip)} as gzip), one that only checks proofs ${kilobytes(verifier.bytes)} (${kilobytes(verifier.gzip)}).`
    },
    'proof-chain': () => chainTable(read<Lab7>('docs/data/lab7.json')),
    'proof-published': () =>
      table(
        ['system', 'model', 'figure', 'from', 'kind of source'],
        bench().published.map(({ system, model, figure, source, kind }) => [
          system,
          model,
          figure,
          source,
          kind,
        ]),
      ),
    'proof-fuzz': () => {
      type Fuzz = {
        cases: number
        cpuSeconds: number
        counts: Record<string, Record<string, number>>
        failures: unknown[]
      }
      const { cases, cpuSeconds, counts, failures } = read<Fuzz>('docs/data/fuzz-proof.json')
      const sum = (reason: string) =>
        Object.values(counts).reduce((total, count) => total + count[reason]!, 0)
      return [
        `${integer(cases)} mutated proofs and public inputs, ${failures.length} accepted or ended in an untyped error (${integer(cpuSeconds)} s of processor time):`,
        '',
        table(
          ['refused because of', 'cases'],
          [
            ['the bytes: length, range, curve, subgroup', integer(sum('format'))],
            ['the public signals: number, range', integer(sum('signals'))],
            ['the pairing', integer(sum('equation'))],
          ],
        ),
      ].join('\n')
    },
    'proof-oracle': () => {
      type Oracle = { results: { check: string; holds: boolean }[] }
      const { results } = read<Oracle>('scripts/oracle/zk/results.json')
      return table(
        ['check', ''],
        results.map(({ check, holds }) => [check, holds ? 'holds' : 'fails']),
      )
    },
  }
}

function circuitTable({ environment, circuits }: Bench): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
  return [
    table(
      [
        'model',
        'secret',
        'constraints',
        'set-up',
        'prove, Node',
        'prove, Chromium',
        'key',
        'gas in precompiles',
      ],
      circuits.map(({ name, secret, constraints, node, chromium, zkeyBytes, precompileGas }) => [
        name,
        secret,
        integer(constraints),
        seconds(node.setupCpuMs),
        seconds(node.proveCpuMs),
        chromium ? `${seconds(chromium.proveCpuMs)} (${seconds(chromium.proveMsLeast)} by the clock)` : '',
        kilobytes(zkeyBytes),
        integer(precompileGas),
      ]),
    ),
    '',
    `Processor time on ${environment.cpu}, ${environment.cores} threads, one of them used; Node ${environment.node}, Chromium ${environment.chromium ?? 'not measured'}. In Chromium the processes' time, shared out by the clock, and beside it the fastest run by the clock, on a machine that had other work. Gas is calculated: 181,000 for a pairing check of four pairs and 6,150 a public signal (EIP-1108).`,
  ].join('\n')
}

function chainTable({ figures: { gas, plain } }: Lab7): string {
  return table(
    ['the same digit', 'whole transaction, cached', 'not cached', 'of which precompiles'],
    [
      ['proof of a secret image', integer(gas.submitCached), integer(gas.submit), integer(gas.precompiles)],
      ['plain execution, image in the open', integer(plain.txGasCached), integer(plain.txGas), '0'],
    ],
  )
}

function kilobytes(bytes: number): string {
  return bytes < 1e6 ? `${integer(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
