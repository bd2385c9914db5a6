import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { runTool } from '../test-steps/run-tool.ts'
import { npm } from './time-checks.ts'

export interface ColdClone {
  command: string
  commit: string
  /** Seconds from the start of the command to the first prediction on screen, from the committed artefact. */
  firstPrediction: number
  /** Seconds to the first PASS: the contract has been built from source by then. */
  firstPass: number
  /** Seconds to the command's end. */
  end: number
  conditions: string
}

/**
 * Clones HEAD into an empty folder and runs the README's first command there, with npm and cargo caches
 * that are empty, so that everything is downloaded. The Rust toolchain of this machine is used as it is.
 */
export async function coldClone(onLine: (line: string) => void): Promise<ColdClone> {
  const dir = mkdtempSync(join(tmpdir(), 'inkling-cold-'))
  try {
    const clone = join(dir, 'clone')
    const cloned = await runTool('git', ['clone', '--quiet', root, clone])
    if (cloned.code !== 0) throw new Error(`HEAD could not be cloned: ${cloned.output}`)
    const commit = (await runTool('git', ['rev-parse', 'HEAD'], { cwd: clone })).stdout.trim()
    const started = performance.now()
    const seconds = () => Math.round((performance.now() - started) / 100) / 10
    let firstPrediction: number | undefined
    let firstPass: number | undefined
    const result = await npm(['run', '--silent', 'lab:check', '0'], {
      cwd: clone,
      env: { npm_config_cache: join(dir, 'npm'), CARGO_HOME: join(dir, 'cargo'), PATH: pathWithoutOurNode() },
      onLine(line) {
        onLine(line)
        if (/\b(SAFE|PHISHING)\b/.test(line)) firstPrediction ??= seconds()
        if (/\bPASS\b/.test(line)) firstPass ??= seconds()
      },
    })
    if (result.code !== 0 || firstPass === undefined || firstPrediction === undefined)
      throw new Error(`lab:check 0 did not pass in a bare clone:\n${result.output}`)
    return {
      command: 'npm run lab:check 0',
      commit,
      firstPrediction,
      firstPass,
      end: seconds(),
      conditions: 'empty folder, empty npm and cargo caches, Rust toolchain already on the machine',
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The clone has to find its Node by itself, as on the day it is cloned. */
function pathWithoutOurNode(): string | undefined {
  return process.env.PATH?.split(':')
    .filter((part) => !part.startsWith(join(root, '.tools')) && !part.startsWith(join(root, 'node_modules')))
    .join(':')
}
