import type { Output } from '../docs/outputs.ts'
import { benchData, inferenceBench, kernelBench } from './bench-data.ts'
import { derive, reportFigures, storedCostTable } from './derive.ts'
import { proofFigures } from './exhibits/proofs.ts'
import { publishedFacts } from './facts.ts'
import { dataContractPoints, formatCostTable } from './make-cost-table.ts'
import { scale } from './scale.ts'

/** Lab 7's submission, measured by `npm run docs:data`. */
interface ProofFigures {
  figures: { gas: { submitCached: number } }
}

/** What a chain could answer, from the figures of the report and what others published. */
export function scaleFigures() {
  const { figures } = benchData<ProofFigures>('lab7.json', 'docs:data')
  const { models, million } = reportFigures()
  return scale({ digits: models.digits, million, proof: { tx: figures.gas.submitCached } }, publishedFacts())
}

/** Names, portraits and what one transaction holds: files of their own, without where they were measured. */
function measuredElsewhere() {
  const { environment: _, ...mind } = benchData<{ environment: unknown }>('bench-mind.json', 'bench:mind')
  const { environment: __, ...most } = benchData<{ environment: unknown }>(
    'bench-limits.json',
    'bench:limits',
  )
  return { mind, most }
}

/** What `npm run report` writes, as it should be for the bench JSON that is there. */
export function reportOutputs(): Output[] {
  const bench = inferenceBench()
  const stored = storedCostTable()
  const table = { ...stored.figures, dataContracts: dataContractPoints(bench.scaling) }
  const figures = derive(bench, kernelBench(), table)
  return [
    { file: 'docs/data/cost-table.json', text: formatCostTable(stored.environment, table) },
    {
      file: 'docs/data/report.json',
      text: `${JSON.stringify({ environment: bench.environment, figures: { ...figures, scale: scaleFigures(), facts: publishedFacts(), proofs: proofFigures(), ...measuredElsewhere() } }, null, 2)}\n`,
    },
  ]
}
