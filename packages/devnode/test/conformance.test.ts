import { type ChildProcess, execFile, spawn } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, it } from 'vitest'
import { judge, type Report, SETS } from './recordedSets.ts'

const run = promisify(execFile)
const here = import.meta.dirname
const vectors = path.join(here, 'vectors')
const MEGABYTES_64 = 64 * 1024 * 1024

async function node(...args: string[]): Promise<Report> {
  const { stdout } = await run(process.execPath, args, { cwd: vectors, maxBuffer: MEGABYTES_64 }).catch(
    (e) => {
      if (typeof e.stdout === 'string' && e.stdout.startsWith('{')) return e as { stdout: string }
      throw e
    },
  )
  return JSON.parse(stdout)
}

describe.each(SETS)(
  'ArbOS $arbos, $scenarios scenarios recorded on a nitro node',
  ({ arbos, files, scenarios }) => {
    it.each(['jspi', 'replay'])('in process, %s', { timeout: 120_000 }, async (suspender) => {
      judge(await node(path.join(here, 'runVectors.ts'), String(arbos), suspender, ...files), scenarios)
    })

    it('over HTTP', { timeout: 120_000 }, async () => {
      const server = spawn(process.execPath, [path.join(here, 'serveVectors.ts'), String(arbos), ...files])
      try {
        const url = await firstLine(server)
        judge(await node('run-vectors.mjs', '--rpc', url, '--json', ...files), scenarios)
      } finally {
        server.kill()
      }
    })
  },
)

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
    server.stderr?.on('data', (chunk) => {
      text += chunk
    })
    server.on('exit', (code) => reject(new Error(`the devnode ended with ${code}: ${text}`)))
  })
}
