import { publishedFacts } from '../facts.ts'
import { scaleFigures } from '../outputs.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** What a chain answers in a second if it does nothing else. */
export function capacity(): Exhibit {
  const { sustainedGas, burstGas, floorGwei } = publishedFacts()
  return {
    title: 'Questions a second, if the chain did nothing else',
    head: ['how one asks', 'gas', 'in one transaction’s gas', 'sustained', 'burst', 'millionths of an ether'],
    rows: scaleFigures().ways.map(({ name, gas, inLimit, sustained, burst, microEther }) => [
      name,
      grouped(gas),
      grouped(inLimit),
      grouped(sustained),
      grouped(burst),
      microEther < 10 ? microEther.toFixed(3) : grouped(microEther),
    ]),
    note: `A call stands in a transaction that is made anyway. Gas is measured here, price of posting to Ethereum left out. Sustained is ${grouped(sustainedGas.value)} ${sustainedGas.unit}, burst ${grouped(burstGas.value)} ${burstGas.unit}, the price ${floorGwei.value} ${floorGwei.unit}: Arbitrum One as its documentation says.`,
  }
}
