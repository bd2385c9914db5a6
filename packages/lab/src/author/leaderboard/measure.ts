import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Measured, MeasureInput } from './measure-child.ts'

/** Milliseconds that one entry may take. */
const TIME_LIMIT = 60_000
const MEMORY_MB = 768

/**
 * Measures a program in a process that can be ended: without this shell's variables, and, by Node's permission
 * model, without the right to write files, to start programs or to open the network.
 */
export function measureEntry(input: MeasureInput, limit = TIME_LIMIT): Promise<Measured> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./measure-child.ts', import.meta.url)), [], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${MEMORY_MB}`, '--no-warnings'],
      env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-2_000)
    })
    let settled = false
    const settle = (result: Measured) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(result)
    }
    const timer = setTimeout(() => settle({ ok: false, why: `not measured within ${limit / 1000} s` }), limit)
    child.on('message', (result: Measured) => settle(result))
    child.on('error', (error) => settle({ ok: false, why: error.message, fault: true }))
    child.on('exit', (code, signal) => {
      const last = said.trim().split('\n').at(-1) ?? ''
      settle({ ok: false, why: `the measuring process ended (${signal ?? code}) ${last}`.trim() })
    })
    child.send(input)
  })
}
