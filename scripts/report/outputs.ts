import type { Output } from '../docs/outputs.ts'
import { inferenceBench, kernelBench } from './bench-data.ts'
import { derive, storedCostTable } from './derive.ts'
import { dataContractPoints, formatCostTable } from './make-cost-table.ts'

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
      text: `${JSON.stringify({ environment: bench.environment, figures }, null, 2)}\n`,
    },
  ]
}
