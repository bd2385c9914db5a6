/**
 * `npm run prove:native -- prove --zkey net.zkey --wtns net.wtns --proof net.proof` builds the native prover, if need be,
 * and hands it the rest of the line. `npm run prove:native -- help` tells its commands. Paths are of the folder it is
 * called in.
 */
import { spawnSync } from 'node:child_process'
import { startProgress } from './bootstrap/progress.mjs'
import { buildProver } from './native/build-prover.ts'

const progress = startProgress('Building the native prover')
try {
  const program = await buildProver(progress.detail)
  progress.end()
  const given = process.argv.slice(2)
  const { status, error } = spawnSync(program, given.length > 0 ? given : ['help'], {
    stdio: 'inherit',
    cwd: (process.env.npm_lifecycle_event === 'prove:native' && process.env.INIT_CWD) || process.cwd(),
  })
  if (error) throw error
  process.exitCode = status ?? 1
} catch (error) {
  progress.end()
  console.error((error as Error).message)
  process.exitCode = 3
}
