import type { Published } from '../../bench/proof/published.ts'
import { benchData } from '../bench-data.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** What `npm run bench:proof` wrote, as far as the report reads it. */
export interface ProofBench {
  environment: { cpu: string; cores: number; load: [before: number, after: number] }
  circuits: {
    name: string
    secret: string
    constraints: number
    precompileGas: number
    node: { setupCpuMs: number; proveCpuMs: number; verifyCpuMs: number }
    chromium: { proveCpuMs: number } | null
    native: { threads: number; proveCpuMs: number | null; proveMsLeast: number } | null
  }[]
  batches: { sizes: { proofs: number; oneByOne: number; batch: number }[] } | null
  published: Published[]
}

/** Whole transactions of lab 7, measured by `npm run docs:data`. */
interface Lab7 {
  figures: {
    gas: Record<'submitCached' | 'precompiles', number>
    plain: Record<'txGasCached', number>
  }
}

export const proofBench = () => benchData<ProofBench>('bench-proof.json', 'bench:proof')
const lab7 = () => benchData<Lab7>('lab7.json', 'docs:data')

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

/** One kind of net, executed and proved. */
export function proofs(): Exhibit {
  const { circuits, environment } = proofBench()
  const { gas, plain } = lab7().figures
  const [least, most] = [Math.min(...environment.load), Math.max(...environment.load)]
  const nets = circuits.filter(({ name, secret }) => name.startsWith('lab 7') || secret !== 'input')
  return {
    title: 'A digit net of 2,368 weights, executed and proved',
    head: [
      'what stays secret',
      'constraints',
      'prove, Node',
      'prove, tab',
      'prove, native',
      'precompiles',
      'transaction',
    ],
    rows: [
      ['nothing: executed', '', '', '', '', '', grouped(plain.txGasCached)],
      ...nets.map(({ secret, constraints, node, chromium, native, precompileGas }) => {
        const measured = secret === 'input'
        return [
          secret,
          grouped(constraints),
          seconds(node.proveCpuMs),
          chromium ? seconds(chromium.proveCpuMs) : '',
          native ? seconds(native.proveCpuMs ?? native.proveMsLeast) : '',
          grouped(measured ? gas.precompiles : precompileGas),
          measured ? grouped(gas.submitCached) : '',
        ]
      }),
    ],
    note: `Processor time from a key and a witness to a proof, on ${environment.cpu} with ${environment.cores} threads and a load of ${least} to ${most}. Gas of precompiles is measured in the second row and calculated below it; transactions are measured with the program cached.`,
  }
}

/** Our proofs beside what others published, the boundaries of each said. */
export function proofsElsewhere(): Exhibit {
  const { circuits, published, environment } = proofBench()
  const ours = circuits.filter(
    ({ name, secret }) => name.startsWith('lab 7') || secret === 'input and weights',
  )
  return {
    title: 'Proving elsewhere',
    head: ['system', 'model', 'prove, s', 'verify, s', 'proof, bytes', 'machine', 'told by'],
    rows: [
      ...ours.map(({ secret, node, native }) => [
        'Inkling, native',
        `digits, 2.4 k parameters, secret ${secret}`,
        ((native?.proveCpuMs ?? node.proveCpuMs) / 1000).toFixed(2),
        (node.verifyCpuMs / 1000).toFixed(2),
        '256',
        `${environment.cpu}, ${environment.cores} threads`,
        'measured here',
      ]),
      ...published.map(
        ({ system, model, proveSeconds, verifySeconds, proofBytes, machine, source, kind }) => [
          system,
          model,
          String(proveSeconds),
          verifySeconds === null ? '' : String(verifySeconds),
          proofBytes === null ? '' : grouped(proofBytes),
          machine,
          source.startsWith('https://')
            ? `${kind}, ${source.replace(/^https:\/\/(github\.com\/)?/, '')}`
            : kind,
        ],
      ),
    ],
    note: 'Ours is processor time and others’ by the clock. All count from a key and an input to a proof, without making keys; who tells a figure of a rival is said.',
  }
}

/** What the prose says about proofs. */
export function proofFigures() {
  const { circuits, batches } = proofBench()
  const { gas, plain } = lab7().figures
  const find = (secret: string) => circuits.find((one) => one.secret === secret)!
  const [infer, register] = [find('input and weights'), find('weights, once a model')]
  const most = batches?.sizes.at(-1)
  if (!most) throw new Error('docs/data/bench-proof.json has no batches (npm run bench:proof writes them)')
  return {
    constraints: circuits.find(({ name }) => name.startsWith('lab 7'))!.constraints,
    inferConstraints: infer.constraints,
    registerConstraints: register.constraints,
    tx: gas.submitCached,
    plainTx: plain.txGasCached,
    times: Math.round(gas.submitCached / plain.txGasCached),
    batch: {
      proofs: most.proofs,
      each: Math.round(most.batch / most.proofs),
      alone: Math.round(most.oneByOne / most.proofs),
    },
  }
}
