/**
 * Entry of `lab`. It imports nothing of ours before the compile cache is on: stripping types and compiling
 * cost 250 ms otherwise, and the first line must be on screen within 100 ms.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../.work/node-cache', import.meta.url))
enableCompileCache(process.env.NODE_COMPILE_CACHE)
const { main } = await import('./main.ts')

const controller = new AbortController()
let asked = 0
const stop = () => {
  controller.abort()
  // A second Ctrl-C does not wait for anything.
  if (asked++ > 0) process.exit(130)
  setTimeout(() => process.exit(130), 2_000).unref()
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
const ignoreClosedPipe = (error: Error & { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}
process.stdout.on('error', ignoreClosedPipe)
const code = await main({
  argv: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  signal: controller.signal,
})
process.exitCode = controller.signal.aborted ? 130 : code
// Open sockets of a node must not keep the command alive; wait only until the output is out.
process.stdout.write('', () => process.stderr.write('', () => process.exit()))
