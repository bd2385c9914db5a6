import { reportFigures } from '../derive.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** Where each way of keeping weights ends. */
export function walls(): Exhibit {
  const { walls: all } = reportFigures()
  return {
    title: 'Where each form ends',
    head: ['form', 'the wall', 'weights that fit', 'how we know'],
    rows: [
      ['Stylus, 8-bit weights in code', 'bytes of code', grouped(all.code.int8.weights), 'the cost table'],
      ['Stylus, 4-bit weights in code', 'bytes of code', grouped(all.code.int4.weights), 'the cost table'],
      [
        'Stylus, 8-bit weights that code stores',
        'bytes of code',
        grouped(all.stores.int8.weights),
        'the cost table',
      ],
      [
        'Stylus, weights in a data segment',
        'cost of entering, 16 bits',
        grouped(all.dataSegment.bytes),
        'computed',
      ],
      [
        'Stylus, data contracts',
        'gas of a transaction',
        grouped(all.dataContracts.weights),
        'the last two sizes, prolonged',
      ],
      [
        'EVM assembly, packed',
        'bytes of a contract',
        grouped(all.packed.weights),
        'the largest that was built',
      ],
      [
        'Solidity, Yul loop',
        'gas of a transaction',
        grouped(all.yul.weights),
        'the last two sizes, prolonged',
      ],
    ],
    note: `Nets of ${all.inputs} inputs, one hidden layer, ten labels for the first three; the other rows as in the scaling bench.`,
  }
}
