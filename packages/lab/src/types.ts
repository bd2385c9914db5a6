/**
 * What a lab says about itself and what a check may use. Labs import only this file (through
 * `@inkling/lab`), so a lab never depends on how the grader is built.
 */
import type { Abi, Address, Hex, PublicClient, WalletClient } from 'viem'

/** One gap the learner fills. At most 12 lines of answer. */
export interface TaskSpec {
  /** `1.2`; the region in the master is `task-1-2`. */
  id: string
  title: string
  /** The learner's file, relative to the lab folder, with forward slashes. */
  file: string
  /** Tasks that must be solved before this one can be judged. */
  needs?: string[]
  points: number
}

/** A limit the solution has to meet. Integers only. */
export interface BudgetSpec {
  /** `ink.classify`, `gas.classify`, `bytes.code`. */
  id: string
  title: string
  unit: 'ink' | 'gas' | 'bytes'
  /** What the lesson's first version costs. */
  naive?: number
  /** Pass line: the reference plus slack. */
  budget: number
  /** What the reference costs. */
  par: number
  /** The same by cause: `{ instructions: 826_000, hostCalls: 157_000 }`. Shown to whoever is over. */
  parParts?: Record<string, number>
  /** Lowest figure known for this lab, with whatever tricks. */
  best?: number
  /** Where a cost comes from, relative to the lab folder; without it the contract's first answer file. */
  where?: string
}

export interface LabManifest {
  /** Folder name: `01-decision-tree`. */
  id: string
  number: number
  title: string
  /** One sentence: the question this lab answers. */
  question: string
  minutes: number
  /** Path of the lesson from the repository root. */
  lesson: string
  /** Said after PASS. */
  learned: string
  tasks: TaskSpec[]
  budgets: BudgetSpec[]
  /** Files the learner edits, relative to the lab folder. The masters of these live under `solutions/`. */
  answerFiles: string[]
  contract?: ContractSpec
  /** What ranks contracts of this lab against each other; without it the lab has no leaderboard. */
  leaderboard?: LeaderboardSpec
  /** Committed artefact that needs no Rust, relative to the lab folder, with the hash of the inputs it was built from. */
  prebuilt?: { code: string; inputs: string }
}

export interface LeaderboardSpec {
  /** Checks that judge the plain contract alone, in this order; one of them measures the ranked figures. */
  checks: string[]
  /** Accuracy that a contract needs to be ranked: a `ratio` metric of one of these checks. */
  floor?: { metric: string; atLeast: number }
}

export interface ContractSpec {
  /** Cargo package of the thin entrypoint crate, built from `contract/`. */
  package: string
  /** Human-readable ABI of the plain build (viem `parseAbi` strings). */
  abi: string[]
  /** ABI of the `steps` build: one entry per Rust task, bytes in, bytes out. Absent when the lab has no such build. */
  stepsAbi?: string[]
}

export function defineLab(manifest: LabManifest): LabManifest {
  return manifest
}

/** `prebuilt` is the committed artefact of the manifest: it needs no Rust and is there at once. */
export type Build = 'plain' | 'steps' | 'prebuilt'

export interface DeployedContract {
  address: Address
  abi: Abi
  build: Build
  /** Canonical, stripped wasm. */
  wasm: Uint8Array
  /** `EFF00000` + brotli: what stands on chain. */
  code: Uint8Array
  activation: { gasUsed: bigint; dataFee: bigint }
}

/** Ink of one call by cause, in the order of the cost bar (letters B C E P H I). All in ink except `base` and `calldata`, which are gas. */
export interface CallProfile {
  base: number
  calldata: number
  entry: number
  pages: number
  hostCalls: Record<string, number>
  instructions: number
}

export interface CallOutcome {
  /** Decoded result, when the call succeeded. */
  value?: unknown
  /** Decoded Solidity error, or raw data when it is not in the ABI. */
  revert?: { name?: string; args?: readonly unknown[]; data: Hex }
  /** What stopped the program when it left no revert data: a trap, out of ink, out of stack ... in words. */
  trap?: string
  /** Gas of the callee's frame as another contract pays it: entry + execution, warm address, without the caller's CALL. */
  gas: bigint
  /** Ink of the execution (without entry), where the engine can tell. Asked for with `{ profile: true }`. */
  ink?: bigint
  profile?: CallProfile
}

/** How a call is made. */
export interface CallOptions {
  /** Ask for ink and its split too. */
  profile?: boolean
  /** Who calls: what the contract sees as `msg.sender`. Default: a contract that measures gas. */
  from?: Address
}

export interface SendOptions {
  /** One of `ctx.accounts`; default the first. */
  from?: Address
  /** Wei sent along. */
  value?: bigint
}

/** A transaction that was put into a block, whether it did what it should or not. */
export interface SendOutcome {
  hash: Hex
  gasUsed: bigint
  status: 'success' | 'reverted'
  /** Why, when it was reverted. */
  revert?: CallOutcome['revert']
  trap?: string
}

/** What one layer should give for an input. */
export interface ExpectedLayer {
  /** `dense 1, after ReLU`. */
  name: string
  /** The values in order. */
  want: readonly number[]
  /** How `layer` returns them; `i8` when left out. `i16` and `i32` are little-endian. */
  type?: 'u8' | 'i8' | 'i16' | 'i32'
}

/** The first layer whose values are not the expected ones. */
export interface LayerDivergence {
  /** From 0. */
  index: number
  of: number
  name: string
  /** In words: `value 5 is 12, expected 13, off by 1 LSB (a rounding)`. */
  says: string
}

export interface VectorSet {
  model: string
  input: Hex[]
  scores?: number[][]
  label: number[]
}

export interface Engine {
  kind: 'embedded' | 'rpc'
  /** Shown to the learner: `embedded`, `http://127.0.0.1:8547`. */
  name: string
  chainId: number
  arbos: number
  /** True where ink per call is available. */
  inkExact: boolean
  /** Why this engine stands in for the one that was asked for. */
  fallback?: string
}

export interface ExpectOptions {
  /** `LSB`, `gas`, `label` ... */
  unit?: string
  /** Domain words for what was given: `row 17: https = 2, popup = 0 ...`. */
  input?: string
  /** Which oracle said so: `TypeScript reference`. */
  oracle?: string
  /** Where to look: a task's file is filled in by default. */
  where?: string
  /** The first layer that differs, from `ctx.firstLayer`. */
  layer?: LayerDivergence
  /** Index of the case, for the reproduce command. */
  case?: number
  cases?: number
}

export interface CheckContext {
  engine: Engine
  /** Seed of this run: `--seed N`, else fixed per lab. */
  seed: number
  /** `--case K`: run only this case of the check. */
  onlyCase?: number
  /** Seeded uniform [0, 1); the same seed gives the same sequence in every engine. */
  rng(): number
  /** Absolute folder of the lab variant that is graded (an overlay, or the learner's own). */
  dir: string
  /** Builds (or takes from the cache), deploys and activates the lab's contract once per run. */
  contract(build?: Build): Promise<DeployedContract>
  /** The same without deploying: the code a learner's own deploy script sends. Built, never on chain yet. */
  code(build?: Build): Promise<{ wasm: Uint8Array; code: Uint8Array; abi: Abi; build: Build }>
  /** A read: never a transaction. Reverts and traps are results, not exceptions. */
  call(
    contract: DeployedContract,
    fn: string,
    args?: readonly unknown[],
    opts?: CallOptions,
  ): Promise<CallOutcome>
  /** A transaction; it changes the chain. From the learner's account, or from another of `accounts`. */
  send(
    contract: DeployedContract,
    fn: string,
    args?: readonly unknown[],
    opts?: SendOptions,
  ): Promise<SendOutcome>
  /** Accounts that can pay and sign: the learner's own first, then ten more. */
  accounts: readonly Address[]
  /**
   * Asks a `steps` build with a `layer(uint8,bytes)` door layer by layer, until one gives other values than
   * expected.
   */
  firstLayer(
    contract: DeployedContract,
    input: Hex,
    layers: readonly ExpectedLayer[],
  ): Promise<LayerDivergence | undefined>
  /** Gas of one whole transaction: base, calldata, entry and execution. */
  publicClient: PublicClient
  walletClient: WalletClient
  /** Imports one of the lab's TypeScript files, fresh for this variant: `module('train.ts')`. */
  // biome-ignore lint/suspicious/noExplicitAny: a learner's module has whatever exports it has
  module(file: string): Promise<any>
  /** Reads a file of the lab variant. */
  file(path: string): Promise<Uint8Array>
  text(path: string): Promise<string>
  /** The lab's model file, hash verified. */
  model(path?: string): Promise<unknown>
  vectors(name: string): Promise<VectorSet>
  expectEqual(got: unknown, want: unknown, opts?: ExpectOptions): void
  expectTrue(ok: boolean, message: string, opts?: ExpectOptions): void
  /** Records a figure; a budget of the same id judges it. */
  metric(
    id: string,
    value: number,
    unit: 'ink' | 'gas' | 'bytes' | 'ratio',
    parts?: Record<string, number>,
  ): void
  /** A line for the learner that is neither pass nor fail. */
  note(line: string): void
}

/** A check is a plain async function: vitest wraps it, `lab check` prints it, the page's Worker runs it. */
export interface Check {
  /** `1.2/thresholds`. */
  id: string
  task: string
  name: string
  /** Default true. */
  required?: boolean
  run(ctx: CheckContext): Promise<void>
}
