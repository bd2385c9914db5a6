import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

export interface Ended {
  code: number | null
  out: string
  err: string
}

export interface SpawnOptions {
  root: string
  env?: NodeJS.ProcessEnv
  /** A program and its arguments to start the command with. */
  inside?: string[]
  /** Told when the process runs, to send it signals. */
  onStart?: (pid: number) => void
}

/** The command as a process of its own. */
export function spawnLab(argv: string[], { root, env, inside = [], onStart }: SpawnOptions): Promise<Ended> {
  const [program, ...args] = [...inside, process.execPath, cli, ...argv] as [string, ...string[]]
  const child = spawn(program, args, {
    env: { ...process.env, NO_COLOR: '1', RPC_URL: '', LAB_FORMAT: '', CI: '', ...env, LAB_ROOT: root },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  if (child.pid !== undefined) onStart?.(child.pid)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

/** Whether this machine lets a test mount things for itself, or take the network away. */
export function canUnshare(flags: string): boolean {
  return spawnSync('unshare', [flags, 'true'], { stdio: 'ignore' }).status === 0
}

/** Runs what follows in a shell of its own namespace, after a few commands. */
export function unshared(flags: string, setUp: string): string[] {
  return ['unshare', flags, 'sh', '-ec', `${setUp}\nexec "$@"`, 'sh']
}
