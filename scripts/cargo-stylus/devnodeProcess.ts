import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'

/** `npm run devnode` on a free port, in a process of its own. */
export async function devnodeProcess(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'devnode', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the devnode ended with ${code}:\n${output}`)))
    child.stdout.on('data', (chunk) => {
      output += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)
      if (found) resolve(found[0])
    })
  })
  return {
    url,
    stop: () =>
      new Promise<void>((resolve) => {
        child.removeAllListeners('exit')
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
