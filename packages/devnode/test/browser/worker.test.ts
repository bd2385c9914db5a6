import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEV_ADDRESS } from '../../src/constants.ts'
import { ARB_WASM, initCode } from '../clients.ts'
import { assemble, ECHO } from '../programs.ts'
import { judge, SETS } from '../recordedSets.ts'
import { buildSite, type Site } from './buildSite.ts'
import { findChromium, NO_CHROMIUM } from './findChromium.ts'
import { openChromium } from './openChromium.ts'
import { type Served, serveFolders } from './serveFolders.ts'

/** Largest bundle that a page has to load before the first call, gzip. */
const MAX_GZIP = 150_000

const executable = findChromium()
let site: Site
let served: Served
let browser: Browser | undefined
beforeAll(async () => {
  site = await buildSite()
  served = await serveFolders({ '/vectors/': path.join(import.meta.dirname, '../vectors'), '/': site.folder })
  if (executable) browser = await openChromium(executable)
})
afterAll(async () => {
  await browser?.close()
  served?.close()
  site?.remove()
})

const assets = () => readdirSync(path.join(site.folder, 'assets'))
const gzipSize = (name: string) => gzipSync(readFileSync(path.join(site.folder, 'assets', name))).length

it(`is at most ${MAX_GZIP / 1000} kB of gzip, without viem, and the brotli decoder is no part of it`, () => {
  const entry = assets().find((name) => name.startsWith('entry-')) as string
  const text = readFileSync(path.join(site.folder, 'assets', entry), 'utf8')
  expect(gzipSize(entry)).toBeLessThanOrEqual(MAX_GZIP)
  // nothing else is loaded with it, and nothing of it wants Node or viem
  const unwanted = [/^import|[;}]import[{*"]/, /viem/, /["'`]node:/, /browser-external/]
  expect(unwanted.filter((pattern) => pattern.test(text))).toEqual([])
  expect(assets().some((name) => /^brotli.*\.wasm$/.test(name))).toBe(true)
})

/** On a person's machine without a browser these are skipped by name; CI has to have one. */
const skipped = !executable && !process.env.CI
const inChromium = it.skipIf(skipped)

async function openPage(): Promise<Page> {
  if (!browser) throw new Error(NO_CHROMIUM)
  const page = await browser.newPage()
  await page.goto(served.url)
  await page.waitForFunction(() => 'replay' in globalThis)
  return page
}

describe(`in a Chromium Worker${executable ? '' : ` (${NO_CHROMIUM})`}`, () => {
  inChromium(
    'needs no special headers, and fetches the brotli decoder once, before the first program',
    async () => {
      const page = await openPage()
      served.asked.length = 0
      const brotli = () => served.asked.filter((name) => /brotli/.test(name)).length
      const started = await page.evaluate(async () => {
        const devnode = await globalThis.start({ arbos: 51 })
        Object.assign(globalThis, { devnode })
        const chainId = await devnode.request({ method: 'eth_chainId' })
        return { chainId, isolated: globalThis.crossOriginIsolated, arbos: devnode.arbos }
      })
      expect(started).toEqual({ chainId: '0x64aba', isolated: false, arbos: 51 })
      // its module and its WebAssembly: on their way before there is a program to read
      await expect.poll(brotli, { timeout: 30_000 }).toBe(2)

      const code = initCode(await assemble(ECHO))
      const got = await page.evaluate(
        async ({ code, from, arbWasm }) => {
          const { devnode } = globalThis as unknown as {
            devnode: Awaited<ReturnType<typeof globalThis.start>>
          }
          const heads: unknown[] = []
          devnode.on('message', ({ data }) => heads.push(data.result))
          await devnode.request({ method: 'eth_subscribe', params: ['newHeads'] })
          const send = async (tx: object) => {
            const hash = await devnode.request({ method: 'eth_sendTransaction', params: [{ from, ...tx }] })
            return (await devnode.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
              status: string
              contractAddress: `0x${string}`
            }
          }
          const { contractAddress: to } = await send({ data: code })
          const data = `0x58c780c2${to.slice(2).padStart(64, '0')}`
          const { status } = await send({ to: arbWasm, data, value: '0xde0b6b3a7640000' })
          const answer = await devnode.request({
            method: 'eth_call',
            params: [{ to, data: '0x010203' }, 'latest'],
          })
          const { ink, parts } = await globalThis.profile(devnode, { to, data: '0x010203' })
          return { status, answer, ink, parts, heads: heads.length }
        },
        { code, from: DEV_ADDRESS, arbWasm: ARB_WASM },
      )
      expect(got).toMatchObject({ status: '0x1', answer: '0x010203', heads: 2 })
      expect(got.parts.hostCalls).toEqual({ read_args: 13_440, write_result: 41_162 })
      expect(got.parts.instructions + 13_440 + 41_162).toBe(got.ink)
      expect(brotli()).toBe(2)
      await page.close()
    },
  )

  inChromium('answers errors typed, and rejects what is asked of a closed one', async () => {
    const page = await openPage()
    const got = await page.evaluate(async () => {
      const said = (e: Error & { code?: number }) => [e.name, e.code, e.message]
      const devnode = await globalThis.start()
      const unknown = await devnode.request({ method: 'eth_nope' }).catch(said)
      const unsendable = await devnode.request({ method: 'eth_call', params: [() => 1] }).catch(said)
      const pending = devnode.request({ method: 'eth_blockNumber' }).catch(said)
      devnode.close()
      const late = await devnode.request({ method: 'eth_blockNumber' }).catch(said)
      const wrong = await globalThis.start({ arbos: 12 }).catch(said)
      return { unknown, unsendable, pending: await pending, late, wrong }
    })
    expect(got.unknown).toEqual(['RpcError', -32601, expect.stringContaining('eth_nope')])
    expect(got.unsendable).toEqual(['RpcError', -32602, expect.stringContaining("can't be sent")])
    expect(got.pending).toEqual(['DevnodeError', undefined, 'The devnode was closed.'])
    expect(got.late).toEqual(['DevnodeError', undefined, 'The devnode was closed.'])
    expect(got.wrong).toEqual(['DevnodeError', undefined, expect.stringContaining('no profile for ArbOS 12')])
    await page.close()
  })

  describe.each(SETS)('ArbOS $arbos, $scenarios recorded scenarios', ({ arbos, files, scenarios }) => {
    inChromium.each(['jspi', 'replay'] as const)('%s', { timeout: 240_000 }, async (suspender) => {
      const page = await openPage()
      const text = await page.evaluate((what) => globalThis.replay(what), {
        options: { arbos, suspender },
        files,
      })
      judge(JSON.parse(text), scenarios)
      expect(served.asked.some((name) => /brotli.*\.wasm$/.test(name))).toBe(true)
      await page.close()
    })
  })
})
