import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Published } from '../bench/proof/published.ts'
import { root } from '../bootstrap/paths.mjs'
import { integer, table, type Writers } from './blocks.ts'

interface Bench {
  environment: {
    cpu: string
    cores: number
    node: string
    chromium: string | null
    arkworks: string | null
    load: [before: number, after: number]
  }
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
    native: {
      threads: number
      readMs: number
      proveMsLeast: number
      proveCpuMs: number | null
    } | null
  }[]
  batches: {
    signals: number
    sizes: { proofs: number; oneByOne: number; batch: number; batchPrecompiles: number }[]
    refusedOfFour: number
  } | null
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

/** What a cross-check wrote. */
interface Oracle {
  results: { check: string; holds: boolean }[]
}

/** Blocks of what `npm run bench:proof`, `fuzz:proof`, `oracle:zk` and `oracle:native` wrote. */
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
    'proof-native': () => nativeTable(bench()),
    'proof-batches': () => batchTable(bench()),
    'proof-published': () =>
      table(
        ['system', 'model', 'prove', 'verify', 'machine', 'told by'],
        bench().published.map(({ system, model, proveSeconds, verifySeconds, machine, source, kind }) => [
          system,
          model,
          `${proveSeconds} s`,
          verifySeconds === null ? '' : `${verifySeconds} s`,
          machine,
          source.startsWith('https:') ? `[${kind}](${source})` : source,
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
    'proof-oracle': () => oracleTable(read<Oracle>('scripts/oracle/zk/results.json')),
    'proof-oracle-native': () => oracleTable(read<Oracle>('scripts/oracle/native/results.json')),
  }
}

function circuitTable({ environment, circuits }: Bench): string {
  return [
    table(
      [
        'model',
        'secret',
        'constraints',
        'set-up',
        'prove, Node',
        'prove, Chromium',
        'prove, native',
        'key',
        'gas in precompiles',
      ],
      circuits.map(({ name, secret, constraints, node, chromium, native, zkeyBytes, precompileGas }) => [
        name,
        secret,
        integer(constraints),
        seconds(node.setupCpuMs),
        seconds(node.proveCpuMs),
        chromium ? `${seconds(chromium.proveCpuMs)} (${seconds(chromium.proveMsLeast)} by the clock)` : '',
        native ? seconds(native.proveCpuMs ?? native.proveMsLeast) : '',
        kilobytes(zkeyBytes),
        integer(precompileGas),
      ]),
    ),
    '',
    `Processor time on ${environment.cpu}, ${environment.cores} threads, one of them used, by the native prover both; Node ${environment.node}, Chromium ${environment.chromium ?? 'not measured'}, arkworks ${environment.arkworks ?? 'not measured'}. In Chromium the processes' time, shared out by the clock, and beside it the fastest run by the clock. ${loadSentence(environment)} Gas is calculated: 181,000 for a pairing check of four pairs and 6,150 a public signal (EIP-1108).`,
  ].join('\n')
}

/** Said wherever a clock is read out: it counts what else the machine did. */
function loadSentence({ cores, load }: Bench['environment']): string {
  const [least, most] = [Math.min(...load), Math.max(...load)].map((value) => value.toFixed(1))
  return Number(most) <= cores
    ? `The machine was quiet (load ${least} to ${most}).`
    : `The machine had other work (load ${least} to ${most}), so clocks say too much.`
}

/** Secret weights: what a proof takes in TypeScript and natively. */
function nativeTable({ environment, circuits }: Bench): string {
  const rows = circuits.flatMap(({ secret, constraints, node, native }) =>
    native && secret !== 'input'
      ? [
          [
            secret,
            integer(constraints),
            seconds(node.proveCpuMs),
            seconds(native.proveCpuMs ?? native.proveMsLeast),
            `${seconds(native.proveMsLeast)} on ${native.threads} threads`,
            seconds(native.readMs),
          ],
        ]
      : [],
  )
  return [
    table(
      ['secret', 'constraints', 'Node', 'native', 'native, by the clock', 'reading and checking the key'],
      rows,
    ),
    '',
    `Processor time, and the fastest run by the clock. ${loadSentence(environment)}`,
  ].join('\n')
}

function batchTable({ batches }: Bench): string {
  if (!batches) return 'Not measured.'
  const { sizes, refusedOfFour, signals } = batches
  return [
    table(
      ['proofs', 'one by one', 'as a batch', 'a proof in the batch', 'of the batch: precompiles, at most'],
      sizes.map(({ proofs, oneByOne, batch, batchPrecompiles }) => [
        String(proofs),
        integer(oneByOne),
        integer(batch),
        integer(batch / proofs),
        integer(batchPrecompiles),
      ]),
    ),
    '',
    `Gas of whole transactions with ${signals} public signals a proof, calldata included and nothing stored, the program cached. A batch of four with one bad proof is refused for ${integer(refusedOfFour)}.`,
  ].join('\n')
}

function oracleTable({ results }: Oracle): string {
  return table(
    ['check', ''],
    results.map(({ check, holds }) => [check, holds ? 'holds' : 'fails']),
  )
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
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
