import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../src/index.ts'

/** What a command wrote and how it ended. */
export interface Ran {
  code: number
  out: string
  err: string
  /** Standard output as JSON. */
  json(): Record<string, unknown>
}

/** A folder of its own, and `inkling` in it. */
export function workbench() {
  const cwd = mkdtempSync(join(tmpdir(), 'inkling-cli-'))
  return {
    cwd,
    put: (name: string, data: string | Uint8Array) => writeFileSync(join(cwd, name), data),
    read: (name: string) => readFileSync(join(cwd, name)),
    remove: () => rmSync(cwd, { recursive: true, force: true }),
    async inkling(
      line: string,
      { env = {}, answer }: { env?: NodeJS.ProcessEnv; answer?: boolean } = {},
    ): Promise<Ran> {
      const ran = { code: -1, out: '', err: '', json: () => JSON.parse(ran.out) }
      ran.code = await main({
        argv: line.split(' ').filter((word) => word !== ''),
        env,
        cwd,
        stdout: { write: (text: string) => (ran.out += text) },
        stderr: { write: (text: string) => (ran.err += text) },
        signal: new AbortController().signal,
        ...(answer !== undefined && { confirm: async () => answer }),
      })
      return ran
    },
  }
}

/** Two clouds of points, 80 rows, easily told apart. */
export function pointsCsv(): string {
  const rows = Array.from({ length: 80 }, (_, i) => {
    const far = i % 2
    return `${(i % 7) / 2 + 20 * far},${-5 + (i % 5) + 12 * far},${far ? 'far' : 'near'}`
  })
  return `across,up,place\n${rows.join('\n')}\n`
}
