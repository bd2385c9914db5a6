import { fileURLToPath } from 'node:url'

/** Labs whose solved contract the site brings along; lab 0 has its committed artefact already. */
export const LABS = [
  '01-decision-tree',
  '02-forest',
  '03-fixed-point',
  '04-neural-network',
  '05-int8-mlp',
  '07-secret-digit',
] as const

/** The ladder of `rust-crates/kernels`, slowest first. */
export const KERNELS = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'] as const

/** Compiled by `packages/model` from its committed file, without Rust. */
export const COMPILED = ['digits-14x14-196-250-10-sparse'] as const

export const folder = fileURLToPath(new URL('../../../docs/data/programs/', import.meta.url))
export const listFile = fileURLToPath(new URL('../../../docs/data/programs.json', import.meta.url))

export interface ProgramEntry {
  /** `01-decision-tree`, `v5`, `digits-14x14-196-250-10-sparse`. The code stands in `programs/NAME.code`. */
  name: string
  /** SHA-256 of all that the code was made from. */
  inputs: string
  /** SHA-256 of the code: the four bytes `EFF00000` and brotli. */
  sha256: string
  bytes: number
}

export interface ProgramList {
  rustc: string
  road: string
  programs: ProgramEntry[]
  /** Of every function, error (4 bytes) and event (32 bytes) that the labs' contracts have. */
  selectors: Record<string, string>
}
