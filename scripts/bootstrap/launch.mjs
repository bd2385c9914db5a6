import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { toolsDir } from './paths.mjs'

/**
 * Runs a command of the project and ends with its exit code (128 + n after signal n).
 * The command's children find the same Node first in PATH.
 *
 * @param {string} node path of the Node to run
 * @param {string} entry file to run
 * @param {string[]} args
 * @returns {Promise<void>} when the command has ended; `process.exitCode` is set
 */
export function launch(node, entry, args) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE: node, npm_node_execpath: node }
  // Stripping types and compiling cost 250 ms at every start otherwise.
  env.NODE_COMPILE_CACHE ??= join(toolsDir, 'compile-cache')
  prependPath(env, dirname(node))
  const child = spawn(node, [entry, ...args], { stdio: 'inherit', env })
  const stop = forwardSignals(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      stop()
      process.exitCode = code ?? exitCodeOf(signal)
      resolve()
    })
  })
}

/** @param {NodeJS.Signals | null} signal */
export function exitCodeOf(signal) {
  return 128 + (signal ? constants.signals[signal] : 0)
}

/**
 * Passes on what asks this process to end, and keeps this process alive until the child has ended.
 * On a terminal Ctrl-C already reaches both, so it is not sent a second time: a second one often
 * means "stop without cleaning up".
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} undoes it
 */
export function forwardSignals(child) {
  /** @type {[NodeJS.Signals, () => void][]} */
  const handlers = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']).map(
    (signal) => [
      signal,
      () => {
        const alreadyThere = signal === 'SIGINT' && process.stdin.isTTY
        if (!alreadyThere) child.kill(signal)
      },
    ],
  )
  for (const [signal, handler] of handlers) tryOn(signal, handler)
  return () => {
    for (const [signal, handler] of handlers) process.removeListener(signal, handler)
  }
}

/** Some signals don't exist on some systems. @param {NodeJS.Signals} signal @param {() => void} handler */
function tryOn(signal, handler) {
  try {
    process.on(signal, handler)
  } catch {}
}

/** @param {NodeJS.ProcessEnv} env @param {string} dir */
function prependPath(env, dir) {
  // Windows spells it `Path`, and a plain copy of process.env is case-sensitive there too.
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  env[key] = env[key] ? `${dir}${delimiter}${env[key]}` : dir
}
