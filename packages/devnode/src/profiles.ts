/** ArbOS versions as data: what a contract or a client can tell apart. Source: Stylus VM specification, section 0.1. */
export interface ArbosProfile {
  arbos: number
  /** Stylus version given to programs at activation. */
  stylusVersion: number
  /** EVM rules, by @ethereumjs/common hardfork name. */
  hardfork: 'cancun' | 'prague' | 'osaka'
  /** Initial words of stack for a program call. */
  maxStackDepth: number
  /** From 50: 32 M compute gas per transaction, separate from the block's. */
  perTxGasLimit: boolean
  /** From 50: running out of gas in a storage flush burns everything; before, the program reverts. */
  flushOutOfGasBurns: boolean
  /** From 59: activationGas parameter exists. */
  activationGas: boolean
  /** From 59: pageLimit applies to the pages open in the whole transaction. */
  cumulativePageLimit: boolean
  /** From 60: a program called earlier in the same block enters at the cached price. */
  recentProgramCache: boolean
  /** Parameters at genesis of the dev chain. */
  maxWasmSize: number
  maxFragmentCount: number
}

const base = {
  stylusVersion: 2,
  maxStackDepth: 22_000,
  perTxGasLimit: true,
  flushOutOfGasBurns: true,
  activationGas: false,
  cumulativePageLimit: false,
  recentProgramCache: false,
  maxWasmSize: 131_072,
  maxFragmentCount: 0,
} as const

export const ARBOS_PROFILES: Readonly<Record<number, ArbosProfile>> = {
  40: {
    ...base,
    arbos: 40,
    hardfork: 'prague',
    maxStackDepth: 262_144,
    perTxGasLimit: false,
    flushOutOfGasBurns: false,
  },
  51: { ...base, arbos: 51, hardfork: 'osaka' },
  59: {
    ...base,
    arbos: 59,
    hardfork: 'osaka',
    stylusVersion: 3,
    activationGas: true,
    cumulativePageLimit: true,
  },
  60: {
    ...base,
    arbos: 60,
    hardfork: 'osaka',
    activationGas: true,
    recentProgramCache: true,
    maxFragmentCount: 2,
  },
}

export const DEFAULT_ARBOS = 51
