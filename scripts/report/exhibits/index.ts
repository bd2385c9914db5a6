import { inferenceBench, kernelBench } from '../bench-data.ts'
import { capacity } from './capacity.ts'
import { classes } from './classes.ts'
import { codeSize } from './code-size.ts'
import { crowds } from './crowds.ts'
import { elsewhere } from './elsewhere.ts'
import { type Exhibit, exhibitHtml } from './exhibit.ts'
import { fees } from './fees.ts'
import { fragments } from './fragments.ts'
import { gasAccuracy } from './gas-accuracy.ts'
import { gasMacs } from './gas-macs.ts'
import { ladder } from './ladder.ts'
import { names } from './names.ts'
import { places } from './places.ts'
import { proofs, proofsElsewhere } from './proofs.ts'
import { transactionParts } from './transaction-parts.ts'
import { twins } from './twins.ts'
import { walls } from './walls.ts'

const exhibits: Record<string, () => Exhibit> = {
  'gas-accuracy': () => gasAccuracy(inferenceBench().models),
  'gas-macs': () => gasMacs(inferenceBench().scaling),
  places: () => places(inferenceBench().places),
  twins: () => twins(inferenceBench().models),
  'transaction-parts': () => transactionParts(inferenceBench().models),
  'code-size': () => codeSize(inferenceBench().models),
  ladder: () => ladder(kernelBench()),
  walls: () => walls(),
  fees: () => fees(inferenceBench()),
  capacity,
  classes: () => classes(inferenceBench()),
  crowds,
  elsewhere,
  fragments,
  names,
  proofs,
  'proofs-elsewhere': proofsElsewhere,
}

export const exhibitNames = Object.keys(exhibits)

const made = new Map<string, string>()

/**
 * A page writes `<!-- exhibit:NAME -->`; the build puts the picture and its table there, from the bench JSON.
 *
 * @throws Error for a name that nobody draws, which fails the build
 */
export function fillExhibits(text: string, page: string): string {
  return text.replace(/<!-- exhibit:([\w-]+) -->/g, (_, name: string) => {
    const make = exhibits[name]
    if (!make) throw new Error(`${page}: there is no exhibit '${name}'; known: ${exhibitNames.join(', ')}`)
    let html = made.get(name)
    if (html === undefined) {
      html = exhibitHtml(make())
      made.set(name, html)
    }
    return html
  })
}
