import { execFile } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface BuiltSite {
  dir: string
  /** Paths of all pages below the base, such as `lessons/00-first-light.html`. */
  pages: string[]
  seconds: number
}

/** Builds the site as `npm run docs:build` does, for a host that serves it at `address`. */
export async function buildSite(address: string): Promise<BuiltSite> {
  const dir = join(root, '.work', 'site')
  rmSync(dir, { recursive: true, force: true })
  const started = performance.now()
  const args = ['scripts/docs/build.ts', '--outDir', dir]
  const env = { ...process.env, DOCS_URL: address, GITHUB_REPOSITORY: '', NODE_ENV: '', VITEST: '' }
  await promisify(execFile)(process.execPath, args, { cwd: root, env })
  const seconds = (performance.now() - started) / 1000
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  // What rustdoc makes is its own: the pages about the crates only link to it.
  const pages = files.filter((file) => file.endsWith('.html') && !file.startsWith('rustdoc/'))
  return { dir, pages: pages.sort(), seconds }
}
