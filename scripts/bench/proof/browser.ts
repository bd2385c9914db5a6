import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { openChromium } from '../../../packages/devnode/test/browser/openChromium.ts'
import { serveFolders } from '../../../packages/devnode/test/browser/serveFolders.ts'
import type { Job, Times } from '../../../packages/proof/bench/worker.ts'
import { root } from '../../bootstrap/paths.mjs'

const bench = join(root, 'packages/proof/bench')

export interface BrowserTimes extends Times {
  /** Processor time of all of the browser's processes, for the whole job. */
  cpuMs: number
}

/** Chromium with the prover in a Worker. */
export interface BrowserBench {
  version: string
  measure(job: Job): Promise<BrowserTimes>
  close(): Promise<void>
}

export async function startBrowserBench(executable: string): Promise<BrowserBench> {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-proof-'))
  await bundle({ page: join(bench, 'page.ts') }, folder)
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
  )
  const served = await serveFolders({ '/': folder })
  const browser = await openChromium(executable)
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  await page.goto(served.url)
  await page.waitForFunction(() => 'measure' in globalThis)
  return {
    version: browser.version(),
    async measure(job) {
      const before = await cpuMs(browser)
      const times = await page.evaluate(
        (given) => (globalThis as unknown as { measure(job: Job): Promise<Times> }).measure(given),
        job,
      )
      return { ...times, cpuMs: (await cpuMs(browser)) - before }
    },
    async close() {
      await browser.close()
      served.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function cpuMs(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
}

/** Bytes of what a page loads, minified, and as gzip. */
export async function bundleSize(entry: string): Promise<{ bytes: number; gzip: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-proof-size-'))
  await bundle({ entry: join(bench, entry) }, folder)
  const files = readdirSync(folder, { recursive: true }) as string[]
  const scripts = files.filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(folder, name)))
  rmSync(folder, { recursive: true })
  const sum = (sizes: number[]) => sizes.reduce((a, b) => a + b, 0)
  return {
    bytes: sum(scripts.map((script) => script.length)),
    gzip: sum(scripts.map((script) => gzipSync(script).length)),
  }
}

async function bundle(input: Record<string, string>, outDir: string): Promise<void> {
  await build({
    root: bench,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}
