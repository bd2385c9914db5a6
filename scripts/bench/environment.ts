import { cpus } from 'node:os'
import { runTool } from '../test-steps/run-tool.ts'
import { rustToolchain } from '../toolchain/index.mjs'

/** Where figures come from. Stored with them: figures of different compilers are not compared. */
export interface Environment {
  cpu: string
  cores: number
  node: string
  rustc: string
  road: string
  arbos: number
  /** Of the clone; ends in `+changes` when its files differed from it. */
  commit: string
}

export async function environment(arbos: number): Promise<Environment> {
  const { rustc, road } = await rustToolchain()
  const head = await runTool('git', ['rev-parse', 'HEAD'])
  const changes = await runTool('git', ['status', '--porcelain', '--untracked-files=no'])
  const commit = head.code === 0 ? head.stdout.trim() + (changes.stdout.trim() ? '+changes' : '') : 'none'
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    node: process.versions.node,
    rustc,
    road,
    arbos,
    commit,
  }
}
