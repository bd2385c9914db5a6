import { ARBITRUM_START_TIME } from '../constants.ts'
import type { State } from '../state/state.ts'
import type { StylusParams } from './params.ts'

/** What ArbOS keeps about an activated program, per code hash (Stylus VM specification, 3.5). */
export interface ProgramRecord {
  version: number
  /** Gas of instantiation, before the scalar. */
  init: number
  /** Gas of a cached call, before the scalar. */
  cached: number
  /** Initial memory pages. */
  footprint: number
  /** Hours since the start of Arbitrum time. */
  activatedAt: number
  asmKb: number
  /** The flag that ArbWasmCache sets. */
  isCached: boolean
}

export function programRecord(state: State, codeHash: string): ProgramRecord | undefined {
  return state.arbos.get(`program/${codeHash}`) as ProgramRecord | undefined
}

export function setProgramRecord(state: State, codeHash: string, record: ProgramRecord): void {
  state.set(state.arbos, `program/${codeHash}`, record)
}

const divCeil = (a: number, b: number) => Math.ceil(a / b)

/** Gas of instantiating an uncached program, without the cached part. */
export function initGas(p: ProgramRecord, params: StylusParams): bigint {
  return BigInt(params.minInitGas * 128 + divCeil(p.init * params.initCostScalar * 2, 100))
}

/** Gas every call of a program of Stylus version 2 pays, cached or not. */
export function cachedGas(p: ProgramRecord, params: StylusParams): bigint {
  return BigInt(params.minCachedInitGas * 32 + divCeil(p.cached * params.cachedCostScalar * 2, 100))
}

/** Gas of entering a program, without pages (4.1). `cached`: the flag, or called earlier in this block (ArbOS 60). */
export function entryGas(p: ProgramRecord, params: StylusParams, cached: boolean): bigint {
  let gas = 0n
  if (cached || p.version >= 2) gas += cachedGas(p, params)
  if (!cached) gas += initGas(p, params)
  return gas
}

/** Seconds since activation. */
export function programAge(p: ProgramRecord, now: bigint): bigint {
  return now - (ARBITRUM_START_TIME + 3600n * BigInt(p.activatedAt))
}

export const hoursSinceStart = (now: bigint): number => Number((now - ARBITRUM_START_TIME) / 3600n)

export type ProgramStatus =
  | { ok: true; program: ProgramRecord }
  | { ok: false; error: 'ProgramNotActivated' }
  | { ok: false; error: 'ProgramNeedsUpgrade'; version: number; wanted: number }
  | { ok: false; error: 'ProgramExpired'; age: bigint }

/** May this program be called now? */
export function programStatus(
  state: State,
  codeHash: string,
  params: StylusParams,
  now: bigint,
): ProgramStatus {
  const program = programRecord(state, codeHash)
  if (!program || program.version === 0) return { ok: false, error: 'ProgramNotActivated' }
  if (program.version !== params.version)
    return { ok: false, error: 'ProgramNeedsUpgrade', version: program.version, wanted: params.version }
  const age = programAge(program, now)
  if (age > BigInt(params.expiryDays) * 86_400n) return { ok: false, error: 'ProgramExpired', age }
  return { ok: true, program }
}
