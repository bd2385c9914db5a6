import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../packages/cli/src/index.ts'
import { createDevnode } from '../../packages/devnode/src/index.ts'
import { serve } from '../../packages/devnode/src/server.ts'
import { root } from '../bootstrap/paths.mjs'

export interface Typed {
  /** What was typed, from `inkling` on. */
  command: string
  lines: string[]
}

/** Where a node would stand for the reader. */
const READERS_URL = 'http://127.0.0.1:8547'

/**
 * Types the guide's commands in an empty folder with a table of flowers, against a fresh devnode, and returns what they
 * print. Deterministic: training is seeded, and on a fresh chain addresses and fees are always the same.
 *
 * @throws Error when a command doesn't end with 0
 */
export async function csvToContract(): Promise<Typed[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'inkling-guide-'))
  // Production rules, and a clock that stands: nothing of the output may depend on when it was made.
  const served = await serve(await createDevnode({ strict: true, clock: () => 1_750_000_000n }), { port: 0 })
  try {
    copyFileSync(join(root, 'packages', 'model', 'data', 'iris.csv'), join(cwd, 'flowers.csv'))
    const typed: Typed[] = []
    const type = async (command: string) => {
      let out = ''
      let err = ''
      const code = await main({
        argv: command.split(' ').slice(1),
        env: { RPC_URL: served.url },
        cwd,
        stdout: { write: (text: string) => (out += text), columns: 80 },
        stderr: { write: (text: string) => (err += text) },
        signal: new AbortController().signal,
      })
      if (code !== 0) throw new Error(`the guide's command '${command}' ends with ${code}:\n${err}`)
      typed.push({ command, lines: out.trimEnd().replaceAll(served.url, READERS_URL).split('\n') })
      return out
    }
    await type('inkling train flowers.csv --label species --kind mlp')
    await type('inkling quantize flowers.float.json')
    await type('inkling compile flowers.model.json')
    const deployed = await type('inkling deploy flowers.model.json --yes')
    const address = /^address +(0x[0-9a-f]{40})$/m.exec(deployed)?.[1]
    await type(`inkling predict ${address} --raw --model flowers.model.json 5.1 3.5 1.4 0.2`)
    // Not of the five, but of the guide.
    await type('inkling eval flowers.model.json flowers.csv --label species')
    await type('inkling inspect flowers.wasm')
    return typed
  } finally {
    await served.close()
    rmSync(cwd, { recursive: true, force: true })
  }
}
