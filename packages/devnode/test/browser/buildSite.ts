import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

const here = import.meta.dirname

/** Where a page's import map sends what the recorded runner imports. */
const IMPORTS = {
  'node:fs': '/nodeShims.js',
  'node:path': '/nodeShims.js',
  'node:module': '/nodeShims.js',
  'node:url': '/nodeShims.js',
  viem: '/viem.js',
  'viem/accounts': '/viem.js',
}
const PAGE = `<!doctype html><meta charset="utf-8"><title>devnode in a Worker</title><link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="/page.js"></script>`

export interface Site {
  folder: string
  remove(): void
}

/** Bundles the test page and the devnode's Worker as a site would, with vite's defaults. */
export async function buildSite(): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'inkling-worker-'))
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      rolldownOptions: {
        input: ['page', 'nodeShims', 'viem'].map((name) => path.join(here, `${name}.ts`)),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  writeFileSync(path.join(folder, 'index.html'), PAGE)
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}
