import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../bootstrap/paths.mjs'
import { runTool } from '../../test-steps/run-tool.ts'

/** Outside of the project's tree of dependencies: what is in here is GPL-3.0 and is never bundled. */
export const folder = join(root, '.work', 'zk-oracle')

/** What this uses of snarkjs 0.7.6. Files are paths, or `{ type: 'mem' }` to be filled. */
export interface SnarkJs {
  groth16: {
    prove(zkey: string, wtns: string): Promise<{ proof: unknown; publicSignals: string[] }>
    verify(vkey: unknown, signals: string[], proof: unknown): Promise<boolean>
  }
  zKey: {
    newZKey(r1cs: string, ptau: string, zkey: string): Promise<unknown>
    contribute(from: string, to: string, name: string, entropy: string): Promise<unknown>
    exportVerificationKey(zkey: string): Promise<unknown>
  }
  powersOfTau: {
    newAccumulator(curve: unknown, power: number, to: string): Promise<unknown>
    contribute(from: string, to: string, name: string, entropy: string): Promise<unknown>
    preparePhase2(from: string, to: string): Promise<unknown>
  }
  wtns: {
    calculate(inputs: Record<string, unknown>, wasm: string, to: string): Promise<void>
    check(r1cs: string, wtns: string): Promise<boolean>
  }
}

export interface Oracle {
  snarkjs: SnarkJs
  curve: { terminate(): Promise<void> }
  /** Path of circom2's command line. */
  circom: string
  /** A witness calculator for wasm that circom made. */
  calculator(wasm: Uint8Array): Promise<{ calculateWitness(inputs: unknown): Promise<bigint[]> }>
}

/** circom2 and snarkjs at the versions of this folder's lockfile, installed on the first run. */
export async function installed(): Promise<Oracle> {
  const here = join(root, 'scripts', 'oracle', 'zk')
  mkdirSync(folder, { recursive: true })
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8')
  const stamp = join(folder, 'package-lock.json')
  if (
    !existsSync(join(folder, 'node_modules')) ||
    !existsSync(stamp) ||
    readFileSync(stamp, 'utf8') !== lock
  ) {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(here, file), join(folder, file))
    const { code, output } = await runTool('npm', [
      'ci',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
    ])
    if (code !== 0) throw new Error(`npm ci of circom and snarkjs failed:\n${output}`)
  }
  const load = (path: string) => import(pathToFileURL(join(folder, 'node_modules', path)).href)
  const snarkjs = (await load('snarkjs/main.js')) as SnarkJs
  const { getCurveFromName } = await load('ffjavascript/main.js')
  const { WitnessCalculatorBuilder } = await load('circom_runtime/main.js')
  return {
    snarkjs,
    curve: await getCurveFromName('bn128'),
    circom: join(folder, 'node_modules/circom2/cli.js'),
    calculator: (wasm) => WitnessCalculatorBuilder(wasm),
  }
}
