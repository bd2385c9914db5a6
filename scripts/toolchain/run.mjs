import { spawn } from 'node:child_process'

/**
 * @typedef {object} RunResult
 * @property {number | null} code exit code; `null` when it did not start, was stopped by a signal or by the limit
 * @property {string} out standard output
 * @property {string} err standard error
 * @property {boolean} timedOut
 */

/**
 * Runs a program with a time limit. Never throws: a program that is not there has `code: null`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.cwd]
 * @param {number} [options.limitMs] default 10 s
 * @param {AbortSignal} [options.signal] stops it like the limit does
 * @param {(line: string) => void} [options.onLine]
 * @param {boolean} [options.terminal] leave the terminal to it (it may ask for a password); output is not collected
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { env, cwd, limitMs = 10_000, signal, onLine, terminal = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: env ?? process.env,
      cwd,
      stdio: terminal ? ['inherit', 2, 2] : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let out = ''
    let err = ''
    let timedOut = false
    const stop = () => {
      timedOut = true
      child.kill('SIGTERM')
      // Its pipes may be held open by grandchildren: don't wait for those.
      setTimeout(() => {
        child.kill('SIGKILL')
        finish(null)
      }, 2_000).unref()
    }
    const limit = setTimeout(stop, limitMs)
    signal?.addEventListener('abort', stop, { once: true })
    /** @param {Buffer} chunk @param {'out' | 'err'} stream */
    const take = (chunk, stream) => {
      if (stream === 'out') out += chunk
      else err += chunk
      const last = String(chunk)
        .trim()
        .split(/[\r\n]/)
        .at(-1)
      if (last) onLine?.(last)
    }
    child.stdout?.on('data', (chunk) => take(chunk, 'out'))
    child.stderr?.on('data', (chunk) => take(chunk, 'err'))
    let finished = false
    /** @param {number | null} code */
    const finish = (code) => {
      if (finished) return
      finished = true
      clearTimeout(limit)
      signal?.removeEventListener('abort', stop)
      resolve({ code, out, err, timedOut })
    }
    child.on('error', () => finish(null))
    child.on('close', (code) => finish(timedOut ? null : code))
  })
}
