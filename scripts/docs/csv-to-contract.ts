import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { openSession, type Typed } from './guides/session.ts'

export type { Typed } from './guides/session.ts'

/**
 * Types the guide's commands in an empty folder with a table of flowers, against a fresh devnode, and returns what they
 * print. Deterministic: training is seeded, and on a fresh chain addresses and fees are always the same.
 *
 * @throws Error when a command doesn't end with 0
 */
export async function csvToContract(): Promise<Typed[]> {
  const session = await openSession()
  try {
    copyFileSync(join(root, 'packages', 'model', 'data', 'iris.csv'), join(session.cwd, 'flowers.csv'))
    const typed: Typed[] = []
    const type = async (command: string) => {
      const one = await session.type(command)
      typed.push(one)
      return one.lines
    }
    await type('inkling train flowers.csv --label species --kind mlp')
    await type('inkling quantize flowers.float.json')
    await type('inkling compile flowers.model.json')
    const deployed = await type('inkling deploy flowers.model.json --yes')
    const address = deployed.map((line) => /^address +(0x[0-9a-f]{40})$/.exec(line)?.[1]).find(Boolean)
    await type(`inkling predict ${address} --raw --model flowers.model.json 5.1 3.5 1.4 0.2`)
    // Not of the five, but of the guide.
    await type('inkling eval flowers.model.json flowers.csv --label species')
    await type('inkling inspect flowers.wasm')
    return typed
  } finally {
    await session.close()
  }
}
