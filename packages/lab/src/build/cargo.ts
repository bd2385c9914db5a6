import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EnvironmentError, InterruptedError, SubmissionError } from '../errors.ts'
import type { RustToolchain } from './toolchain.ts'

export interface CargoJob {
  /** Absolute `contract/` folder. */
  contract: string
  /** Cargo package of the entrypoint crate. */
  package: string
  features: string[]
  targetDir: string
  toolchain: RustToolchain
  /** What rustc's relative paths should start with, so that they can be opened from the repository root. */
  shownContract: string
  onProgress?: (state: CargoProgress) => void
  signal?: AbortSignal
}

export interface CargoProgress {
  /** Crates done and to do; cargo tells them only while it runs. */
  done?: number
  total?: number
  /** Crate at work. */
  crate?: string
}

export interface CargoResult {
  /** Path of the cdylib. It is overwritten by the next build. */
  wasm: string
  warnings: string[]
}

interface Diagnostic {
  level: string
  rendered: string | null
  message: string
}

const OFFLINE =
  /Could not resolve host|failed to download|failed to fetch|spurious network error|Unable to update registry|unable to update registry|download of .* failed|no matching package named .* found[\s\S]*offline|network is unreachable|Could not connect/i
const TOOLCHAIN =
  /can't find crate for `(?:std|core)`|linker `[^`]*` not found|target may not be installed|rust-src|could not execute process `?[^`]*rustc|No space left on device/i
const DISK = /\(os error \d+\)/

/**
 * Rewrites `--> core/src/lib.rs:3:5` so that it starts at the repository root, as paths of `rust-crates` do already;
 * all else is rustc's own text.
 */
function fromRoot(text: string, shownContract: string): string {
  return text.replace(
    /^(\s*(?:-->|:::) )(?![/\\]|[A-Za-z]:|rust-crates[/\\])(\S+)/gm,
    (_, arrow: string, path: string) => {
      return `${arrow}${shownContract}/${path.replaceAll('\\', '/')}`
    },
  )
}

/** Ends a process and what it started; cargo's children outlive it otherwise. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-pid, 'SIGTERM')
  } catch {
    // already gone
  }
}

/**
 * Builds the contract as a cdylib for wasm32.
 *
 * @throws SubmissionError (exit 4) with rustc's own text, first error first, and the remaining count.
 * @throws EnvironmentError (exit 3) when the network or the toolchain is at fault.
 */
export async function cargoBuild(job: CargoJob): Promise<CargoResult> {
  const args = ['rustc', '--lib', '--release', '--target', 'wasm32-unknown-unknown', '-p', job.package]
  args.push(...job.toolchain.extraArgs, '--message-format', 'json', '--crate-type', 'cdylib')
  if (job.features.length > 0) args.push('--features', job.features.join(','))
  // Keeps the names of functions, for `lab golf`; what goes on chain loses them and is the same to the byte.
  args.push('--', '-C', 'strip=debuginfo')

  const child = spawn(job.toolchain.cargo, args, {
    cwd: job.contract,
    env: {
      ...process.env,
      ...job.toolchain.env,
      CARGO_TARGET_DIR: job.targetDir,
      CARGO_TERM_PROGRESS_WHEN: 'always',
      CARGO_TERM_PROGRESS_WIDTH: '100',
      CARGO_TERM_COLOR: 'never',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that one signal ends cargo and every rustc it started.
    detached: process.platform !== 'win32',
  })
  const stop = () => {
    if (child.pid !== undefined) killTree(child.pid)
  }
  job.signal?.addEventListener('abort', stop, { once: true })

  const errors: string[] = []
  const warnings: string[] = []
  let wasm: string | undefined
  const take = (line: string) => {
    if (!line.startsWith('{')) return
    const message = JSON.parse(line) as {
      reason: string
      message?: Diagnostic
      target?: { name: string }
      filenames?: string[]
    }
    if (message.reason === 'compiler-artifact') {
      const found = message.filenames?.find((name) => name.endsWith('.wasm'))
      if (found !== undefined) wasm = found
    }
    if (message.reason !== 'compiler-message' || message.message === undefined) return
    const text = fromRoot((message.message.rendered ?? message.message.message).trimEnd(), job.shownContract)
    if (message.message.level.startsWith('error')) {
      // The closing "aborting due to N errors" is cargo's count, ours is printed instead.
      if (!/^error: aborting due to/.test(text)) errors.push(text)
    } else if (message.message.level === 'warning' && !/^warning: \d+ warnings? emitted/.test(text)) {
      warnings.push(text)
    }
  }

  let out = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk: string) => {
    out += chunk
    const lines = out.split('\n')
    out = lines.pop() as string
    for (const line of lines) take(line)
  })
  let stderr = ''
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (chunk: string) => {
    stderr += chunk
    const bars = [...chunk.matchAll(/\] (\d+)\/(\d+)(?:: ([\w.-]+))?/g)]
    const last = bars.at(-1)
    if (last !== undefined)
      job.onProgress?.({ done: Number(last[1]), total: Number(last[2]), crate: last[3] })
    else {
      const crate = [...chunk.matchAll(/(?:Compiling|Downloaded|Downloading) (\S+)/g)].at(-1)
      if (crate !== undefined) job.onProgress?.({ crate: crate[1] })
    }
  })

  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) => {
      reject(
        new EnvironmentError(`cargo did not start: ${error.message}`, {
          remedy: 'see what is missing: npm run lab:doctor',
          cause: error,
        }),
      )
    })
    child.on('close', resolve)
  }).finally(() => job.signal?.removeEventListener('abort', stop))
  if (out !== '') take(out)
  if (job.signal?.aborted === true) throw new InterruptedError()

  if (code === 0 && wasm !== undefined && existsSync(wasm)) return { wasm, warnings }

  const text = stderr
    .split('\n')
    // A progress bar ends in a carriage return, so a message may follow one on the same line.
    .map((line) => (line.split('\r').at(-1) as string).trimEnd())
    .filter(
      (line) =>
        !/^\s*(Compiling|Building|Finished|Blocking|Downloaded|Downloading|Fetch|Updating|Locking|Adding|warning: build failed)\b/.test(
          line,
        ),
    )
    .join('\n')
    .trim()
  if (errors.length === 0 && OFFLINE.test(text)) {
    throw new EnvironmentError('cargo could not reach the package registry', {
      details: text,
      remedy: 'go online once and run `npm run lab:check 0`; everything is cached after that',
    })
  }
  if (TOOLCHAIN.test(`${text}\n${errors[0] ?? ''}`)) {
    throw new EnvironmentError('the Rust toolchain is not complete', {
      details: errors[0] ?? text,
      remedy: 'see what is missing: npm run lab:doctor',
    })
  }
  if (errors.length === 0 && DISK.test(text)) {
    throw new EnvironmentError('cargo could not write or read its own files', {
      details: text,
      remedy: 'is there space, and may this folder be written? If so, delete .work/target and try again',
    })
  }
  if (code === 0) {
    throw new SubmissionError(`cargo built no wasm for package ${job.package}`, {
      remedy: `does ${job.shownContract}/Cargo.toml still have crate-type = ["lib", "cdylib"]?`,
    })
  }
  const rest = errors.length - 1
  const more = rest > 0 ? `\n\n(${rest} more ${rest === 1 ? 'error' : 'errors'} after this one)` : ''
  throw new SubmissionError('the contract does not compile', {
    details: `${errors[0] ?? (text === '' ? `cargo ended with code ${code}` : text)}${more}`,
  })
}

/** The `contract/` folder of a lab or overlay. */
export function contractDir(dir: string): string {
  return join(dir, 'contract')
}
