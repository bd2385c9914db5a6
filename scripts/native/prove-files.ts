import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  type Circuit,
  type ProvingKey,
  type Witness,
  writeR1cs,
  writeWtns,
  writeZkey,
} from '../../packages/proof/src/index.ts'

/** What the program says with `--times`: milliseconds, by the clock and of the processor (where the system tells it). */
export interface NativeTimes {
  readMs: number
  proveMs: number
  proveCpuMs: number | null
  threads: number
}

/** A folder with a circuit's files, and the native prover at work on them. */
export interface NativeFiles {
  /** Path of `circuit.zkey` and so on. */
  path(name: string): string
  /** Proves into `native.proof` and `native.signals`, the circuit's rules checked first. */
  prove(): Promise<{ proof: Uint8Array; signals: Uint8Array; times: NativeTimes }>
  /** Whether the program takes this proof of these signals. */
  verifies(signals: Uint8Array, proof: Uint8Array): Promise<boolean>
  /** Runs the program with these arguments; `undefined` when it refuses. */
  run(args: string[]): Promise<string | undefined>
  remove(): void
}

export function nativeFiles(
  program: string,
  { circuit, key, witness }: { circuit: Circuit; key: ProvingKey; witness: Witness },
): NativeFiles {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-native-'))
  const path = (name: string) => join(folder, name)
  writeFileSync(path('circuit.r1cs'), writeR1cs(circuit))
  writeFileSync(path('circuit.zkey'), writeZkey(key))
  writeFileSync(path('circuit.wtns'), writeWtns(witness))
  const run = async (args: string[]) => {
    try {
      return (await promisify(execFile)(program, args, { cwd: folder })).stdout
    } catch (error) {
      // 1 is a refusal; anything else is a fault of the program or of this script.
      if ((error as { code?: number }).code === 1) return undefined
      throw error
    }
  }
  const files = (list: Record<string, string>) =>
    Object.entries(list).flatMap(([name, file]) => [`--${name}`, file])
  return {
    path,
    run,
    async prove() {
      const [zkey, wtns, r1cs] = ['circuit.zkey', 'circuit.wtns', 'circuit.r1cs']
      const out = { proof: 'native.proof', signals: 'native.signals' }
      const said = await run([
        'prove',
        ...files({ zkey, wtns, r1cs, ...out } as Record<string, string>),
        '--times',
      ])
      if (said === undefined) throw new Error('the native prover refuses files of ours')
      const read = (name: string) => new Uint8Array(readFileSync(path(name)))
      return { proof: read(out.proof), signals: read(out.signals), times: JSON.parse(said) as NativeTimes }
    },
    async verifies(signals, proof) {
      writeFileSync(path('check.signals'), signals)
      writeFileSync(path('check.proof'), proof)
      const key = 'circuit.zkey'
      const said = await run(['verify', ...files({ key, signals: 'check.signals', proof: 'check.proof' })])
      return said !== undefined
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
