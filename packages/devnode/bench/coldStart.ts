import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getContractAddress, parseEther } from 'viem'
import { build } from 'vite'
import { ARBOS_ADDRESSES, DEV_ADDRESS } from '../src/constants.ts'
import { activation, creation, signed } from './chain.ts'

export interface ColdStart {
  /** Milliseconds of CPU (all threads) and of wall clock from process start to the first answer. */
  cpuMs: number
  wallMs: number
  /** The same of a Node process that does nothing. */
  nodeCpuMs: number
  nodeWallMs: number
  bundleBytes: number
}

/** Measured in the child: it ends by itself right after the first answer. */
const ENTRY = (index: string, requests: string) => `
import { createDevnode } from ${JSON.stringify(index)}
const devnode = await createDevnode()
for (const request of ${requests}) var answer = await devnode.request(request)
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now(), answer }))
`
const NOTHING = `const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now() }))`

/** Process start to the first eth_call of a contract that the same process deploys and activates, from a bundle. */
export async function coldStart(code: Uint8Array, runs = 15): Promise<ColdStart> {
  const folder = mkdtempSync(path.join(tmpdir(), 'inkling-bench-'))
  try {
    const to = getContractAddress({ from: DEV_ADDRESS, nonce: 0n })
    const send = (raw: string) => ({ method: 'eth_sendRawTransaction', params: [raw] })
    const requests = [
      send(await signed(0, undefined, creation(code))),
      send(await signed(1, ARBOS_ADDRESSES.ArbWasm, activation(to), parseEther('0.5'))),
      { method: 'eth_call', params: [{ to, data: '0x' }, 'latest'] },
    ]
    const entry = path.join(folder, 'entry.ts')
    const index = path.join(import.meta.dirname, '../src/index.ts')
    writeFileSync(entry, ENTRY(index, JSON.stringify(requests)))
    writeFileSync(path.join(folder, 'nothing.mjs'), NOTHING)
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        rolldownOptions: { output: { entryFileNames: 'bundle.mjs' } },
      },
    })
    const bundle = path.join(folder, 'bundle.mjs')
    const times = (file: string) => {
      const all = Array.from(
        { length: runs },
        () =>
          JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })) as {
            cpuMs: number
            wallMs: number
            answer?: string
          },
      )
      if (file === bundle && all[0]?.answer !== '0x')
        throw new Error(`the first call answered ${all[0]?.answer}`)
      const median = (of: (t: (typeof all)[number]) => number) =>
        all.map(of).sort((a, b) => a - b)[runs >> 1] as number
      return { cpu: median((t) => t.cpuMs), wall: median((t) => t.wallMs) }
    }
    const [ours, node] = [times(bundle), times(path.join(folder, 'nothing.mjs'))]
    return {
      cpuMs: ours.cpu,
      wallMs: ours.wall,
      nodeCpuMs: node.cpu,
      nodeWallMs: node.wall,
      bundleBytes: statSync(bundle).size,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
