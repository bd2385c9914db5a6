import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contractDir } from '../../build/cargo.ts'
import { contractInputsHash } from '../../build/inputs.ts'
import { walkFiles } from '../../build/walk.ts'
import { signaturesPath } from '../../grade/read-signatures.ts'
import { atomicWrite } from '../../state/atomic-write.ts'
import type { Workspace } from '../../workspace.ts'
import { goldenPath } from './golden.ts'
import { importClosure, installedVersion, keyOf } from './input-key.ts'

/** The clone that this grader came from; a test grades a folder of its own with it. */
const HOME = fileURLToPath(new URL('../../../../..', import.meta.url))

/** What judges a variant; everything these files load decides about the verdict. */
const JUDGES = ['../verify.ts', '../run-gates.ts', '../../grade/child.ts'].map((file) =>
  fileURLToPath(new URL(file, import.meta.url)),
)

let judges: ReturnType<typeof importClosure> | undefined

/**
 * Key of one gate: the graded files, what judges them, compiler, Node and installed packages. Two equal keys
 * mean the same verdict, wherever the clone stands.
 */
export function gateKey(
  ws: Workspace,
  options: { lab: string; gate: string; dir: string; toolchain: string },
): string {
  const { lab, gate, dir, toolchain } = options
  judges ??= importClosure(HOME, JUDGES)
  const graded = walkFiles(dir).filter((file) => !file.endsWith('.md'))
  const scripts = graded.filter((file) => file.endsWith('.ts')).map((file) => join(dir, file))
  const loaded = importClosure(HOME, scripts)
  const packages = [...new Set([...judges.packages, ...loaded.packages])].sort()
  const contract = contractDir(dir)
  const words = [
    'gate-1',
    gate,
    process.versions.node,
    toolchain,
    existsSync(join(contract, 'Cargo.toml')) ? contractInputsHash(contract) : '-',
    ...packages.map((name) => `${name} ${installedVersion(HOME, name)}`),
  ]
  const own = [
    ...graded.map((file) => join(dir, file)),
    signaturesPath(ws, lab),
    ...(gate.startsWith('wrong-')
      ? [
          goldenPath(ws, lab, gate.slice('wrong-'.length)),
          goldenPath(ws, lab, gate.slice('wrong-'.length)).replace(/\.golden\.txt$/, '.patch'),
        ]
      : []),
  ].filter((path) => existsSync(path))
  const shared = [...new Set([...judges.files, ...loaded.files])].filter((path) => !path.startsWith(dir))
  return keyOf(HOME, shared.sort(), [keyOf(ws.root, own, words)])
}

const cachePath = (ws: Workspace, key: string) => join(ws.work, 'gates', `${key}.json`)

/** Seconds that a gate took when it passed with this key; undefined when it never did. */
export function passedBefore(ws: Workspace, key: string): number | undefined {
  try {
    const { seconds } = JSON.parse(readFileSync(cachePath(ws, key), 'utf8')) as { seconds: number }
    return typeof seconds === 'number' ? seconds : undefined
  } catch {
    return undefined
  }
}

/** Remembers a gate that passed. Failures are always tried again. */
export function rememberPass(ws: Workspace, key: string, lab: string, gate: string, seconds: number): void {
  atomicWrite(cachePath(ws, key), `${JSON.stringify({ lab, gate, seconds })}\n`)
}
