import type { DataContract } from '../data/data-contract.ts'
import type { Node, Ty, Variable } from './nodes.ts'

export type HostCall = 'read_args' | 'write_result' | 'account_code'

/** What a kernel does, in order. */
export type Statement =
  /** Computes a value now, because order matters: fewer values are alive, or it stands before a branch. */
  | { kind: 'let'; value: Node }
  /** A store, for instance `i32.store8`, at `base + address`. */
  | { kind: 'store'; op: string; address: number; base?: Node; value: Node }
  | { kind: 'host'; name: HostCall; args: Node[]; result?: Variable }
  | { kind: 'assign'; variable: Variable; value: Node }
  /**
   * Runs the body, again while `again` is not 0. Values from outside come in variables only. `turns`: how often the
   * body runs in one call of the function, over all runs of a loop around it.
   */
  | { kind: 'loop'; body: Statement[]; again: Node; turns: number }
  /** Calls a function of the program that has no result. */
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'comment'; text: string }

export interface KernelFunction {
  name: string
  params: Ty[]
  /** What Rust calls the parameters. */
  names?: string[]
  body: Statement[]
  /** Undefined where the function leaves all it makes in memory. */
  returns: Node | undefined
}

/** What is computed, without host calls: what the Rust back end writes. */
export interface Kernel {
  body: Statement[]
  /** The label, or the scores as numbers whose low 32 bits count. */
  outputs: Node[]
  /** Not 0 if a value of the input is out of range. */
  bad: Node | undefined
  /** Loads of the input, eight bytes each. */
  words: number
}

/** A module with the entry point as its last function. */
export interface Program {
  functions: KernelFunction[]
  kernel: Kernel
  /** Initial bytes of memory, as data segments. */
  data: { offset: number; bytes: Uint8Array }[]
  pages: number
  /** Contracts whose code the program reads; they have to be there before it is called. */
  contracts?: DataContract[]
  /** Memory behind input, output and tables where functions leave values for each other, eight bytes each. */
  shared?: { address: number; words: number }
  /** Ink of the host calls. */
  hostInk: number
}
