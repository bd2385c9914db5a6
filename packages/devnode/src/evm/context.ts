import type { PageCounters } from '../stylus/pages.ts'
import type { ProgramOutcome } from '../stylus/program.ts'
import type { BlockInfo, TraceStep } from '../stylus/world.ts'

/** What lasts for one transaction or call, across all its frames. */
export interface TxContext {
  readonly block: BlockInfo
  /** Hex, no prefix. */
  readonly origin: string
  /** What `tx_gas_price` shows: tip included. */
  readonly gasPrice: bigint
  readonly pages: PageCounters
  /** Open frames that are not delegate calls, by acting address. */
  readonly openFrames: Map<string, number>
  /** Code hashes called earlier in this block, oldest first (ArbOS 60 and later). Shared by the block's transactions. */
  readonly recentPrograms: string[]
  /** Where the frame that runs now leaves its host calls. */
  steps: TraceStep[]
  /** The first program to be entered, for profiles. */
  outermost: ProgramRun | undefined
  console(line: string): void
}

/** What one program call cost, by cause. */
export interface ProgramRun {
  address: string
  codeHash: string
  cached: boolean
  /** Gas of entry and of its initial pages. */
  entryGas: bigint
  pagesGas: bigint
  outcome: ProgramOutcome | undefined
  /** From the program's name section. */
  functionNames: ReadonlyMap<number, string> | undefined
  gasLimit: bigint
  /** Gas of the whole frame: entry, pages, execution, and what its output costs. */
  gasUsed: bigint
  /** Ink per gas at that time. */
  inkPrice: number
}

export function newContext(
  block: BlockInfo,
  origin: string,
  gasPrice: bigint,
  recentPrograms: string[],
  console: (line: string) => void,
): TxContext {
  return {
    block,
    origin,
    gasPrice,
    pages: { open: 0, ever: 0 },
    openFrames: new Map(),
    recentPrograms,
    steps: [],
    outermost: undefined,
    console,
  }
}
