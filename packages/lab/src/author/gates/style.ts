import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { contractDir } from '../../build/cargo.ts'
import { walkFiles } from '../../build/walk.ts'
import type { Workspace } from '../../workspace.ts'

interface Tool {
  cargo: string
  env: Record<string, string>
}

/** What a tool said, when it was not content. */
async function complaint(
  command: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string>; signal?: AbortSignal },
): Promise<string | undefined> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env, FORCE_COLOR: '0', CARGO_TERM_COLOR: 'never' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: options.signal,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      if (said.length < 20_000) said += chunk
    })
  }
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      said += error.message
      resolve(null)
    })
    child.on('close', resolve)
  })
  return code === 0 ? undefined : said.trim().split('\n').slice(0, 30).join('\n')
}

/** rustfmt and clippy as `npm test` uses them; empty where they are not installed. */
async function nativeTools(ws: Workspace): Promise<{ fmt?: Tool; clippy?: Tool }> {
  const inRoot = join(ws.root, 'scripts', 'toolchain', 'index.mjs')
  const own = fileURLToPath(new URL('../../../../../scripts/toolchain/index.mjs', import.meta.url))
  const { rustToolchain } = (await import(pathToFileURL(existsSync(inRoot) ? inRoot : own).href)) as {
    rustToolchain(options: object): Promise<{ native: { fmt?: Tool; clippy?: Tool } }>
  }
  return (await rustToolchain({ lints: true, ask: null })).native
}

/**
 * Format and lint of a solved lab: biome over its TypeScript, rustfmt and clippy over its contract, without
 * the doors of the single tasks and with them.
 *
 * @returns `skipped` names the tools that are not here
 */
export async function styleProblems(
  ws: Workspace,
  dir: string,
  signal?: AbortSignal,
): Promise<{ problems: string[]; skipped: string[] }> {
  const problems: string[] = []
  const skipped: string[] = []
  const biome = join(ws.root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const scripts = walkFiles(dir).filter((file) => file.endsWith('.ts'))
  if (!existsSync(biome)) skipped.push('biome is not installed')
  else if (scripts.length > 0) {
    // Overlays stand below an ignored folder, which biome would pass over.
    const args = ['ci', '--vcs-enabled=false', '--colors=off', '--diagnostic-level=error']
    const said = await complaint(
      process.execPath,
      [biome, ...args, ...scripts.map((file) => join(dir, file))],
      { cwd: ws.root, signal },
    )
    if (said !== undefined) problems.push(`biome: ${said}`)
  }
  const contract = contractDir(dir)
  if (!existsSync(join(contract, 'Cargo.toml'))) return { problems, skipped }
  const { fmt, clippy } = await nativeTools(ws)
  if (fmt === undefined) skipped.push('rustfmt is not installed')
  else {
    const said = await complaint(fmt.cargo, ['fmt', '--all', '--check'], {
      cwd: contract,
      env: fmt.env,
      signal,
    })
    if (said !== undefined) problems.push(`rustfmt: ${said}`)
  }
  if (clippy === undefined) skipped.push('clippy is not installed')
  else {
    const steps = /^steps\s*=/m.test(readFileSync(join(contract, 'Cargo.toml'), 'utf8'))
    for (const features of steps ? [[], ['--features', 'steps']] : [[]]) {
      const said = await complaint(
        clippy.cargo,
        ['clippy', '--workspace', '--lib', ...features, '--', '-D', 'warnings'],
        {
          cwd: contract,
          env: { ...clippy.env, CARGO_TARGET_DIR: join(ws.work, 'target-native') },
          signal,
        },
      )
      if (said !== undefined) problems.push(`clippy ${features.join(' ')}: ${said}`)
    }
  }
  return { problems, skipped }
}
