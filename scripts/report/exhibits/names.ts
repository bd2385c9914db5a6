import { benchData } from '../bench-data.ts'
import type { Exhibit } from './exhibit.ts'

interface Names {
  model: { nats: number; bigramNats: number; accuracy: number; heldOutNames: number; heldOutSteps: number }
  transformer: { nats: number; accuracy: number; heldOutSteps: number }
  name: Cost
  attention: Cost
}

interface Cost {
  inputs: number
  gasMean: number
  gasHighest: number
  codeBytes: number
}

const count = (value: number) => value.toLocaleString('en-US')

/** Two models of names on the same names held out, and a table of pairs as their yardstick. */
export function names(): Exhibit {
  const { model, transformer, name, attention } = benchData<Names>('bench-mind.json', 'bench:mind')
  if (model.heldOutSteps !== transformer.heldOutSteps)
    throw new Error('the models of names were judged on different names. Next: npm run bench:mind')
  const row = (what: string, { nats, accuracy }: { nats: number; accuracy: number }, cost: Cost) => [
    what,
    nats.toFixed(3),
    `${(100 * accuracy).toFixed(1)} %`,
    count(cost.gasMean),
    count(cost.gasHighest),
    count(cost.codeBytes),
  ]
  return {
    title: 'Models of names: how well they know what comes next, and gas of one name',
    head: ['model', 'nats a letter', 'right', 'gas, mean', 'gas, most', 'bytes of code'],
    rows: [
      ['table of letter pairs', model.bigramNats.toFixed(3), '', '', '', ''],
      row('three letters, int8', model, name),
      row('transformer, int8', transformer, attention),
    ],
    note: `Nats and shares of integers, on ${count(model.heldOutNames)} names held out; gas over ${count(name.inputs)} seeds, each answer compared with TypeScript's.`,
  }
}
