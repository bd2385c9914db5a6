import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entryCost, type ModuleReport } from '@inkling/wasm'
import { type Abi, parseAbi } from 'viem'
import { prepareProgram } from '../build/program.ts'
import { callContract, functionsOf } from '../engine/call.ts'
import { activate, deployCode } from '../engine/deploy.ts'
import type { OpenEngine } from '../engine/open.ts'
import { sendTransaction, signers } from '../engine/send.ts'
import { FaultError, SubmissionError } from '../errors.ts'
import type { Build, CallOutcome, CheckContext, DeployedContract, LabManifest, VectorSet } from '../types.ts'
import { CheckFailure, expectEqual, expectTrue, showValue } from './compare.ts'
import { firstLayer } from './first-layer.ts'
import { namesOf } from './function-names.ts'
import { importLearnerModule } from './learner-module.ts'
import type { Metric, ProgramFacts } from './results.ts'
import { seededRng } from './rng.ts'

/** Most profiled calls that are remembered: the worst one is among the last of a check. */
const PROFILED_CALLS = 4_096

const callInWords = (fn: string, args: readonly unknown[]) =>
  `${fn}(${args.map((arg) => showValue(arg, 40)).join(', ')})`

/** Gives the path of a built artefact (rustc's wasm): cargo behind a message, or a file in a test. */
export type ArtefactProvider = (build: Exclude<Build, 'prebuilt'>) => Promise<string>

export interface SessionOptions {
  manifest: LabManifest
  /** Absolute folder of the variant that is graded. */
  dir: string
  /** The same, as shown to people. */
  shownDir: string
  open: OpenEngine
  seed: number
  onlyCase?: number
  artefact: ArtefactProvider
  /** Told what is about to happen, so that a timeout can name the last thing. */
  onActivity?: (text: string) => void
  onProgram?: (facts: ProgramFacts) => void
  onMetric?: (metric: Metric) => void
  onNote?: (note: { check: string; line: string }) => void
}

export interface Session {
  /** A context for one check; contracts and engine are shared by all checks of the session. */
  context(checkId: string): CheckContext
  contract(build?: Build): Promise<DeployedContract>
}

/** The ABI of a build; parsed once, an unreadable one is the lab's fault. */
export function labAbi(manifest: LabManifest, build: Build): Abi {
  const contract = manifest.contract
  if (contract === undefined) throw new FaultError(`lab ${manifest.id} has no contract in its manifest`)
  // The steps build has doors of its own; the errors of the plain build are shared.
  const shared = contract.abi.filter((line) => line.startsWith('error '))
  const lines =
    build === 'steps' && contract.stepsAbi !== undefined ? [...contract.stepsAbi, ...shared] : contract.abi
  return parseAbi([...new Set(lines)]) as Abi
}

/** Everything the checks of one run share. */
export function createSession(options: SessionOptions): Session {
  const { manifest, dir, shownDir, open } = options
  const activity = options.onActivity ?? (() => undefined)
  const codes = new Map<Build, Promise<Awaited<ReturnType<CheckContext['code']>> & { facts: ProgramFacts }>>()
  const deployed = new Map<Build, Promise<DeployedContract>>()
  const functionNames = new Map<Build, Map<number, string>>()

  const loadCode = async (build: Build) => {
    const abi = labAbi(manifest, build)
    if (build === 'prebuilt') {
      if (manifest.prebuilt === undefined) throw new FaultError(`lab ${manifest.id} has no prebuilt artefact`)
      const path = join(dir, manifest.prebuilt.code)
      if (!existsSync(path)) {
        const name = `${shownDir}/${manifest.prebuilt.code}`
        throw new SubmissionError(`${name} is missing`, { remedy: `restore it: git restore ${name}` })
      }
      const code = new Uint8Array(readFileSync(path))
      const { decompressProgram } = await import('@inkling/wasm/brotli')
      const { inspect } = await import('@inkling/wasm')
      const wasm = decompressProgram(code, { maxWasmSize: 131_072 })
      const report = inspect(wasm, { arbos: open.engine.arbos, debug: true })
      return { build, abi, wasm, code, facts: factsOf(build, wasm, code, report, []) }
    }
    activity(`build the contract (${build})`)
    const path = await options.artefact(build)
    activity(`check the ${build} build against the Stylus rules`)
    const raw = new Uint8Array(readFileSync(path))
    const program = await prepareProgram(raw, open.engine.arbos)
    functionNames.set(build, await namesOf(raw))
    const facts = factsOf(build, program.wasm, program.code, program.report, program.warnings)
    return { build, abi, wasm: program.wasm, code: program.code, facts }
  }
  const code = (build: Build) => {
    let promise = codes.get(build)
    if (promise === undefined) {
      promise = loadCode(build)
      codes.set(build, promise)
    }
    return promise
  }
  const contract = (build: Build = 'plain') => {
    let promise = deployed.get(build)
    if (promise === undefined) {
      promise = (async () => {
        const built = await code(build)
        activity(`deploy the ${build} build`)
        const address = await deployCode(open, built.code)
        activity(`activate the ${build} build`)
        const activation = await activate(open, address)
        options.onProgram?.({
          ...built.facts,
          activationGas: Number(activation.gasUsed),
          dataFee: activation.dataFee.toString(),
        })
        return { address, abi: built.abi, build, wasm: built.wasm, code: built.code, activation }
      })()
      deployed.set(build, promise)
    }
    return promise
  }

  const modules = new Map<string, Promise<unknown>>()
  const accounts = signers().map((signer) => signer.address)
  const profiled: { outcome: CallOutcome; build: Build; words: string }[] = []
  /** The profiled call that a figure is of: the one that cost exactly that. */
  const callOf = (unit: string, value: number): Partial<Metric> => {
    const found = profiled.findLast(({ outcome }) =>
      unit === 'ink' ? outcome.ink === BigInt(value) : unit === 'gas' && outcome.gas === BigInt(value),
    )
    if (found === undefined) return {}
    const names = functionNames.get(found.build)
    return {
      call: found.words,
      hostCalls: found.outcome.profile?.hostCalls,
      functions: functionsOf
        .get(found.outcome)
        ?.map(({ index, name, ink }) => ({ name: names?.get(index) ?? name, ink })),
    }
  }

  const context = (checkId: string): CheckContext => {
    const rng = seededRng(options.seed, checkId)
    const read = async (path: string): Promise<Uint8Array> => {
      const full = join(dir, path)
      if (!existsSync(full)) {
        const name = `${shownDir}/${path}`
        throw new SubmissionError(`${name} is missing`, { remedy: `restore it: git restore ${name}` })
      }
      return new Uint8Array(readFileSync(full))
    }
    const text = async (path: string) => new TextDecoder().decode(await read(path))
    return {
      engine: open.engine,
      seed: options.seed,
      onlyCase: options.onlyCase,
      rng,
      dir,
      contract,
      code: async (build = 'plain') => {
        const { facts: _, ...rest } = await code(build)
        return rest
      },
      call: async (target, fn, args = [], opts = {}) => {
        activity(`call ${fn}`)
        const outcome = await callContract(open, target, fn, args, opts)
        if (outcome.profile !== undefined) {
          profiled.push({ outcome, build: target.build, words: callInWords(fn, args) })
          if (profiled.length > PROFILED_CALLS) profiled.shift()
        }
        return outcome
      },
      accounts,
      firstLayer: (target, input, layers) =>
        firstLayer((index, bytes) => callContract(open, target, 'layer', [index, bytes]), input, layers),
      send: (target, fn, args = [], opts = {}) => {
        activity(`send ${fn}`)
        return sendTransaction(open, target, fn, args, opts)
      },
      publicClient: open.publicClient,
      walletClient: open.walletClient,
      module: async (file) => {
        activity(`import ${file}`)
        let promise = modules.get(file)
        if (promise === undefined) {
          promise = importLearnerModule(dir, file, manifest.answerFiles, `${shownDir}/${file}`)
          modules.set(file, promise)
        }
        return promise
      },
      file: read,
      text,
      model: async (path = 'data/model.json') => {
        const { loadModel } = await import('@inkling/model')
        return loadModel(await text(path))
      },
      vectors: async (name) => JSON.parse(await text(`data/${name}.vectors.json`)) as VectorSet,
      expectEqual,
      expectTrue,
      metric: (id, value, unit, parts) => {
        if (!Number.isFinite(value))
          throw new CheckFailure(`${id} is ${String(value)}, a number was expected`, {})
        options.onMetric?.({ id, value, unit, parts, check: checkId, ...callOf(unit, value) })
      },
      note: (line) => options.onNote?.({ check: checkId, line: String(line) }),
    }
  }
  return { context, contract }
}

function factsOf(
  build: Build,
  wasm: Uint8Array,
  code: Uint8Array,
  report: ModuleReport,
  warnings: string[],
): ProgramFacts {
  return {
    build,
    wasmBytes: wasm.length,
    codeBytes: code.length,
    initialPages: report.initialPages,
    activationGas: 0,
    dataFee: '0',
    // What a call pays, with the chain's minimum in it: `report.estimate` alone leaves that out.
    entryInit: entryCost(report).total,
    entryCached: entryCost(report, { cached: true }).total,
    warnings,
  }
}
