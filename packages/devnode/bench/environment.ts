import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'

/** Where figures were measured, as every file in docs/data says it. */
export interface Environment {
  cpu: string
  node: string
  v8: string
  arbos: number
  commit: string | null
}

export function environment(arbos: number): Environment {
  return {
    cpu: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} threads`,
    node: process.version,
    v8: process.versions.v8,
    arbos,
    commit: commit(),
  }
}

/** Short hash, `+` behind it where files differ from it; null outside a repository. */
function commit(): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  try {
    return git('rev-parse', '--short', 'HEAD').trim() + (git('status', '--porcelain').trim() ? '+' : '')
  } catch {
    return null
  }
}
