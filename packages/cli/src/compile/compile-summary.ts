import { integer } from '@inkling/lab/terminal'
import { type Model, ModelError } from '@inkling/model'
import type { Build, Compiled } from '@inkling/model/compile'
import { kernelOf } from './kernel-of.ts'

/** What a kernel costs, before anything runs, as lines for people and as fields for programs. */
export function costLines({ plan, costs }: Compiled): [string, string][] {
  const { min, max } = costs.kernelInk
  const ink = min === max ? `${integer(max)} ink` : `${integer(min)} to ${integer(max)} ink, by input`
  const perMac = plan.macs > 0 ? `, ${(max / plan.macs).toFixed(0)} ink a multiply-accumulate` : ''
  return [
    ['kernel', `${ink}: ${integer(costs.kernelGas)} gas${perMac}`],
    [
      'code',
      `${integer(costs.codeBytes)} bytes compressed of at most 24,576; wasm ${integer(costs.wasmBytes)}`,
    ],
    ['entry', `${integer(costs.entryGas.cached)} gas in the cache, ${integer(costs.entryGas.uncached)} else`],
    ['call', `${integer(costs.callGas.cached)} gas in the cache, ${integer(costs.callGas.uncached)} else`],
    ...dataLines(plan),
    ['activation', `${integer(costs.activationGas)} gas, once; its transaction and the data fee come on top`],
  ]
}

function dataLines({ dataContracts }: Compiled['plan']): [string, string][] {
  if (dataContracts.length === 0) return []
  const bytes = dataContracts.reduce((n, { code }) => n + code.length, 0)
  const count = `${dataContracts.length} data contract${dataContracts.length > 1 ? 's' : ''}`
  return [
    [
      'weights',
      `${integer(bytes)} bytes in ${count}, deployed once; the first call of a transaction is counted`,
    ],
  ]
}

export interface CompileSummary {
  fits: boolean
  lines: [string, string][]
  costs: Compiled['costs'] | null
  steps: Compiled['plan']['steps']
  placements: Compiled['plan']['placements']
  /** Why there is no kernel, with the nearest that fits. */
  refusal: { name: string; message: string } | null
}

/** A model that doesn't fit is a result here, not an error. */
export async function compileSummary(model: Model, build: Build): Promise<CompileSummary> {
  try {
    const compiled = await kernelOf(model, build)
    const { costs, plan } = compiled
    const { steps, placements } = plan
    return { fits: true, lines: costLines(compiled), costs, steps, placements, refusal: null }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    const refusal = { name: error.name, message: error.message }
    return {
      fits: false,
      lines: [['no kernel', error.message]],
      costs: null,
      steps: [],
      placements: [],
      refusal,
    }
  }
}
