import { ARBOS_PROFILES } from '../../../../packages/devnode/src/profiles.ts'
import { VM_HOOKS } from '../../../../packages/wasm/src/hostImports.ts'
import { OPERATORS } from '../../../../packages/wasm/src/operators.ts'
import {
  BLOCK_HEADER_INK,
  BR_TABLE_TARGET_INK,
  BULK_BYTE_INK,
  CALL_INDIRECT_PARAM_INK,
  OPERATOR_INK,
} from '../../../../packages/wasm/src/prices.ts'
import { hostRows } from './host-rows.ts'

export interface PriceRow {
  name: string
  kind: 'operator' | 'host call'
  /** null: no ink is enough. */
  ink: number | null
  more: string
}

export interface Prices {
  rows: PriceRow[]
  /** What a version of ArbOS has of its own, in words. */
  versions: { arbos: number; facts: [string, string][] }[]
}

declare const data: Prices

export { data }

const more: Record<string, string> = {
  br_table: `${BR_TABLE_TARGET_INK} a target but the default`,
  call_indirect: `${CALL_INDIRECT_PARAM_INK} a parameter`,
  'memory.copy': `${BULK_BYTE_INK} a byte`,
  'memory.fill': `${BULK_BYTE_INK} a byte`,
  'memory.grow': 'the gas of the pages',
}

export default {
  load(): Prices {
    const operators = [...OPERATORS.values()].map(({ code, name }): PriceRow => {
      const ink = OPERATOR_INK.get(code)!
      return { name, kind: 'operator', ink: Number.isFinite(ink) ? ink : null, more: more[name] ?? '' }
    })
    const priced = new Map(hostRows.map((row) => [row.name, row]))
    const hosts = [...VM_HOOKS.keys()].map((name): PriceRow => {
      const row = priced.get(name)
      if (!row) throw new Error(`the price list has no host call '${name}'`)
      return { ...row, kind: 'host call' }
    })
    return {
      rows: [
        { name: 'every basic block', kind: 'operator', ink: BLOCK_HEADER_INK, more: 'before its operators' },
        ...operators,
        ...hosts.sort((a, b) => a.name.localeCompare(b.name)),
      ],
      versions: Object.values(ARBOS_PROFILES).map((profile) => ({
        arbos: profile.arbos,
        facts: [
          ['Stylus version', String(profile.stylusVersion)],
          ['EVM rules', profile.hardfork],
          ['stack of a call, words', profile.maxStackDepth.toLocaleString('en-US')],
          ['limit of a transaction apart from the block', profile.perTxGasLimit ? 'yes' : 'no'],
          ['wasm of a program, bytes', profile.maxWasmSize.toLocaleString('en-US')],
          ['page limit counts the whole transaction', profile.cumulativePageLimit ? 'yes' : 'no'],
          [
            'a program called before in the block enters as cached',
            profile.recentProgramCache ? 'yes' : 'no',
          ],
          ['contracts that one program may be spread over', String(profile.maxFragmentCount || 1)],
        ],
      })),
    }
  },
}
