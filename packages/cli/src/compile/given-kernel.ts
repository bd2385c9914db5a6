import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Model } from '@inkling/model'
import type { DataContract } from '@inkling/model/compile'
import type { ParsedArgs } from '../args.ts'
import { type Judgement, judge } from '../chain/judge.ts'
import { BuildError } from '../errors.ts'
import { besides } from '../files/out-path.ts'
import { readText } from '../files/read-bytes.ts'
import { readGiven } from '../files/read-given.ts'
import { risksOf } from '../inspect/risk-lines.ts'
import { buildOf, kernelOf, placementOf } from './kernel-of.ts'

/** A kernel ready for a chain, from a model file, a module or contract code. */
export interface GivenKernel {
  /** Of a model file. */
  model?: Model
  code: Uint8Array
  /** They have to be on the chain before the kernel is called. */
  data: DataContract[]
  /** The file of data contracts that isn't there, for a module that reads other contracts' code. */
  withoutData?: string
  verdict: Judgement
}

/**
 * Reads the file that was named, compiles it where it is a model.
 * @throws BuildError (exit 4) where a chain would not activate it.
 */
export async function givenKernel(
  cwd: string,
  name: string,
  args: ParsedArgs,
  progress: (text: string) => void,
): Promise<GivenKernel> {
  const file = await readGiven(cwd, name)
  if (file.kind === 'model') {
    progress('compiling the model')
    const { wasm, plan } = await kernelOf(file.model, buildOf(args), placementOf(args))
    const verdict = accepted(name, wasm)
    return { model: file.model, code: verdict.code, data: plan.dataContracts, verdict }
  }
  const verdict = accepted(name, file.wasm)
  const code = file.kind === 'code' ? file.code : verdict.code
  const data = await givenData(cwd, name, args.options.data)
  const missing = data.length === 0 && args.options.data === undefined && readsCode(file.wasm)
  return { code, data, verdict, ...(missing && { withoutData: besides(name, '.data.json') }) }
}

/** Whether the module asks for other contracts' code: weights in data contracts are read so. */
const readsCode = (wasm: Uint8Array) => risksOf(wasm, [])?.some(({ id }) => id === 'foreign-code') ?? false

function accepted(name: string, wasm: Uint8Array): Judgement {
  const verdict = judge(wasm, 51)
  if (verdict.refusal)
    throw new BuildError(`${name} would not activate: ${verdict.refusal.message}`, {
      remedy: verdict.refusal.remedy,
      details: `rule      ${verdict.refusal.rule}`,
    })
  return verdict
}

/** What `inkling compile` wrote beside the module, or the file of `--data`. */
async function givenData(cwd: string, name: string, named: string | undefined): Promise<DataContract[]> {
  const file = named ?? besides(name, '.data.json')
  if (named === undefined && !existsSync(resolve(cwd, file))) return []
  const { parseDataFile } = await import('@inkling/model/compile')
  return parseDataFile(readText(cwd, file, 'data contracts'))
}
