import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../../packages/cli/src/index.ts'
import { createDevnode, type Devnode } from '../../../packages/devnode/src/index.ts'
import { serve } from '../../../packages/devnode/src/server.ts'

export interface Typed {
  /** What was typed, from `inkling` on. */
  command: string
  lines: string[]
}

/** An empty folder and a fresh devnode, with somebody who types commands there. */
export interface Session {
  cwd: string
  devnode: Devnode
  /**
   * Types one command and returns what a reader would see.
   *
   * @throws Error when it doesn't end with `code`
   */
  type(command: string, options?: { code?: number }): Promise<Typed>
  close(): Promise<void>
}

export interface SessionOptions {
  /** Where the commands are typed; left out, a folder of their own that is removed afterwards. */
  cwd?: string
  /** What the node says its chain is; left out, what it is. */
  chainId?: number
  /** Unix seconds. */
  clock?: () => bigint
}

/** Where a node would stand for the reader. */
export const READERS_URL = 'http://127.0.0.1:8547'

/** A clock that stands: nothing of a page may depend on when it was made. */
export const NOON = 1_750_000_000n

/** Production rules. Deterministic: on a fresh chain addresses and fees are always the same. */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const cwd = options.cwd ?? mkdtempSync(join(tmpdir(), 'inkling-guide-'))
  const devnode = await createDevnode({ strict: true, clock: options.clock ?? (() => NOON) })
  const served = await serve(options.chainId ? named(devnode, options.chainId) : devnode, { port: 0 })
  return {
    cwd,
    devnode,
    async type(command, { code = 0 } = {}) {
      let out = ''
      let err = ''
      const ended = await main({
        argv: command.replaceAll(READERS_URL, served.url).split(' ').slice(1),
        env: { RPC_URL: served.url },
        cwd,
        stdout: { write: (text: string) => (out += text), columns: 80 },
        stderr: { write: (text: string) => (err += text) },
        signal: new AbortController().signal,
      })
      if (ended !== code) throw new Error(`the guide's command '${command}' ends with ${ended}:\n${err}`)
      // On a refusal the reader sees what went to the error stream, without the lines of progress before it.
      const text = code === 0 ? out : out + err.slice(Math.max(0, err.lastIndexOf('error')))
      return { command, lines: text.trimEnd().replaceAll(served.url, READERS_URL).split('\n') }
    },
    async close() {
      await served.close()
      if (options.cwd === undefined) rmSync(cwd, { recursive: true, force: true })
    },
  }
}

/** The same chain under another number, to see what a command does there. */
function named(devnode: Devnode, chainId: number): Devnode {
  return {
    ...devnode,
    request: async (call) =>
      call.method === 'eth_chainId' ? `0x${chainId.toString(16)}` : await devnode.request(call),
  }
}

/** A transcript as a fenced block. */
export function transcript(...typed: Typed[]): string {
  const parts = typed.map(
    ({ command, lines }) => `$ npx --no-install ${command}\n${lines.join('\n').trimEnd()}`,
  )
  return `\`\`\`text\n${parts.join('\n\n')}\n\`\`\``
}
