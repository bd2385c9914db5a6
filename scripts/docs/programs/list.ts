import { fileURLToPath } from 'node:url'

/** Labs whose solved contract the site brings along; lab 0 has its committed artefact already. */
export const LABS = [
  '01-decision-tree',
  '02-forest',
  '03-fixed-point',
  '04-neural-network',
  '05-int8-mlp',
  '07-secret-digit',
  '08-model-registry',
  '09-mind-nft',
] as const

/** Lab 8's second contract: without a net, for weights in storage and in data contracts, and with version 1 in its code. */
export const PLACES = ['places', 'places-v1'] as const

/** The two versions of lab 8's net as bytes: what its data contracts hold. */
export const NETS = ['v1', 'v2'] as const

/** Stands as a file in a lab already: a program in hex. */
export const GIVEN: Record<string, string> = { 'name-service': '09-mind-nft/data/name-service.hex' }

/** The ladder of `rust-crates/kernels`, slowest first. */
export const KERNELS = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'] as const

/** Compiled by `packages/model` from its committed file, without Rust. */
export const COMPILED = ['digits-14x14-196-250-10-sparse'] as const

export const folder = fileURLToPath(new URL('../../../docs/data/programs/', import.meta.url))
export const listFile = fileURLToPath(new URL('../../../docs/data/programs.json', import.meta.url))

/** What a net is called among the programs. */
export const netName = (version: string) => `net-${version}`

/** File of an entry in `programs/`. A net is no program. */
export const fileOf = (name: string) => `${name}.${NETS.map(netName).includes(name) ? 'bin' : 'code'}`

export interface ProgramEntry {
  /** `01-decision-tree`, `v5`, `net-v1`, `digits-14x14-196-250-10-sparse`. */
  name: string
  /** SHA-256 of all that the code was made from. */
  inputs: string
  /** SHA-256 of the code: the four bytes `EFF00000` and brotli. */
  sha256: string
  bytes: number
}

/** A digit that no training saw, as lab 8's nets take it. */
export interface HeldOutDigit {
  /** Its number among the held-out ones. */
  index: number
  label: number
  /** One hexadecimal digit a pixel, row by row. */
  pixels: string
}

export interface ProgramList {
  rustc: string
  road: string
  programs: ProgramEntry[]
  /** The digit of lesson 8's figures, then two that version 1 misreads and version 2 doesn't, then one that both misread. */
  heldOut: HeldOutDigit[]
  /**
   * Of every function, error (4 bytes) and event (32 bytes) that the labs' contracts have. Where an earlier lab has the
   * name with other arguments, the lab's number stands before it: `8.register`.
   */
  selectors: Record<string, string>
}
