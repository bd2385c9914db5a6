import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../bootstrap/paths.mjs'

/** `npm run node:prepare`: the chain gets a cache manager. */
export async function prepareNode(url: string): Promise<void> {
  const env = { ...process.env, RPC_URL: url }
  await promisify(execFile)(process.execPath, [join(root, 'scripts/run.mjs'), 'node:prepare'], { env })
}
