import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import type { Kit } from '../.vitepress/terminal-kit/write-kit.ts'
import { views } from './browser.ts'
import type { BuiltSite } from './build-site.ts'
import { type ServedSite, serveSite } from './serve-site.ts'
import { axeFindings, open, sidewaysScroll, watch } from './visit.ts'

/** Puts the terminal's files on disk, as the runtime would, and runs its command with Node. */
export function kitTests(built: BuiltSite): void {
  test('the terminal’s command grades a starter and a solution as the grader does', async () => {
    const { text, base64 } = JSON.parse(readFileSync(join(built.dir, 'terminal-kit.json'), 'utf8')) as Kit
    const dir = mkdtempSync(join(tmpdir(), 'inkling-kit-'))
    try {
      for (const [path, contents] of [
        ...Object.entries(text),
        ...Object.entries(base64).map(([path, data]) => [path, Buffer.from(data, 'base64')] as const),
      ]) {
        mkdirSync(dirname(join(dir, path)), { recursive: true })
        writeFileSync(join(dir, path), contents)
      }
      const check = async (...args: string[]) => {
        const run = promisify(execFile)(process.execPath, ['check.mjs', ...args], { cwd: dir })
        return run.then(
          ({ stdout }) => ({ code: 0, stdout }),
          ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
        )
      }
      const starter = await check('1.2')
      expect(starter.code).toBe(1)
      expect(starter.stdout).toMatch(/FAIL {2}1\.2[\s\S]*where {5}train\.ts:\d+/)
      for (const file of ['train.ts', 'deploy.ts'])
        copyFileSync(
          fileURLToPath(new URL(`../../solutions/01-decision-tree/${file}`, import.meta.url)),
          join(dir, 'labs/01-decision-tree', file),
        )
      const solved = await check('1')
      expect(solved.stdout).toContain('all of 1.2, 1.5 passed')
      expect(solved.code).toBe(0)
      expect(await check('42')).toMatchObject({ code: 2, stdout: expect.stringContaining('labs here: 01-') })
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })
}

const isolating = (path: string): Record<string, string> =>
  path === 'terminal.html'
    ? {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      }
    : {}

/** Stands in for the vendor: keeps what it is given, and answers a command with its name. */
const standIn = `export async function boot() {
  const files = {}
  return {
    mount: async (given) => Object.assign(files, given),
    write: async (path, text) => { files[path] = text },
    teardown() {},
    async spawn(command, args) {
      const edited = String(files['labs/01-decision-tree/train.ts']).startsWith('// mine')
      const lines = ['\\u001b[32mran ' + command + ' ' + args.join('|') + '\\u001b[0m\\r\\n', edited ? 'my edit\\n' : 'the starter\\n']
      let end = () => {}
      const forever = args[0] === 'forever'
      const exit = new Promise((resolve) => { end = () => resolve(130); if (!forever) resolve(args[0] === 'check.mjs' ? 0 : 3) })
      let close = () => {}
      const output = new ReadableStream({ start(c) { for (const line of lines) c.enqueue(line); close = () => c.close(); if (!forever) c.close() } })
      return { output, exit, kill() { close(); end() } }
    },
  }
}
`

/** The terminal's page: refusals, isolation, a start against a stand-in, and against a host that is silent. */
export function terminalTests(given: () => { browser: Browser; site: ServedSite; built: BuiltSite }): void {
  let context: BrowserContext | undefined
  let own: ServedSite | undefined
  afterEach(async () => {
    await context?.close()
    await own?.close()
    own = undefined
  })
  const start = (page: Page) => page.getByRole('button', { name: /Load it from stackblitz|Try again/ })
  const visitIsolated = async (body?: (path: string) => string | undefined) => {
    const { browser, site, built } = given()
    own = await serveSite(built.dir, new URL(site.url).pathname, { headers: isolating, body })
    context = await browser.newContext({ ...views.dark, serviceWorkers: 'block' })
    const page = await context.newPage()
    return { page, url: own.url, origin: own.origin }
  }

  describe('the terminal', () => {
    test('asks nobody before it is told to, says why it can’t start, and is isolated by the service worker', async () => {
      const { browser, site } = given()
      context = await browser.newContext(views.light)
      const page = await context.newPage()
      const troubles = watch(page, site.origin)
      await open(page, `${site.url}terminal.html`)
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('not isolated')
      expect(await start(page).isDisabled()).toBe(true)
      await page.getByRole('button', { name: 'Load this page isolated' }).click()
      await expect.poll(() => page.evaluate(() => crossOriginIsolated)).toBe(true)
      await expect.poll(() => start(page).isEnabled()).toBe(true)
      // The next page is not isolated, and so its playground starts.
      await page.getByRole('link', { name: '1 · A decision tree' }).first().click()
      await expect.poll(() => page.evaluate(() => crossOriginIsolated).catch(() => true)).toBe(false)
      expect(await page.locator('h1').first().textContent()).toContain('A decision tree')
      expect(troubles.list).toEqual([])
    })

    test('mounts the labs with the reader’s edits, runs a line, stops what doesn’t end, says how it ended', async () => {
      const { page, url, origin } = await visitIsolated((path) =>
        /^assets\/.*webcontainer-boot/.test(path) ? standIn : undefined,
      )
      const troubles = watch(page, origin)
      await page.addInitScript(() =>
        localStorage.setItem('inkling.edit.01-decision-tree/train.ts', '// mine'),
      )
      await open(page, `${url}terminal.html`)
      await start(page).click()
      const line = page.getByLabel('Command')
      await line.fill(`node check.mjs "1 2"`)
      await line.press('Enter')
      const log = page.getByRole('log')
      await expect
        .poll(() => log.textContent())
        .toContain('$ node check.mjs "1 2"\nran node check.mjs|1 2\nmy edit\n')
      await line.fill('node forever')
      await line.press('Enter')
      await page.getByRole('button', { name: 'Stop' }).click()
      await expect.poll(() => log.textContent()).toContain('(ended with 130)')
      await line.press('ArrowUp')
      expect(await line.inputValue()).toBe('node forever')
      expect(await axeFindings(page)).toEqual([])
      expect(await sidewaysScroll(page)).toEqual([])
      // This context has no service worker, so that the stand-in is served.
      const own = troubles.list.filter((text) => !text.includes('registration blocked by Playwright'))
      expect(own).toEqual([])
    })

    test('a host that is silent, and a network that is gone, are said in the page', async () => {
      const { page, url, origin } = await visitIsolated()
      const others: string[] = []
      await context!.route(
        (address) => address.origin !== origin && address.protocol === 'https:',
        (route) => {
          others.push(new URL(route.request().url()).host)
          return route.abort()
        },
      )
      await open(page, `${url}terminal.html`)
      await expect.poll(() => start(page).isEnabled()).toBe(true)
      expect(others).toEqual([])
      await page.clock.install()
      await start(page).click()
      await expect.poll(() => others.length).toBeGreaterThan(0)
      expect(others.filter((host) => host !== 'stackblitz.com')).toEqual([])
      await page.clock.runFor(31_000)
      await expect
        .poll(() => page.getByRole('alert').textContent())
        .toContain('did not start within 30 seconds')
      expect(await page.getByRole('link', { name: 'the lessons’ own editors' }).isVisible()).toBe(true)
      await context!.setOffline(true)
      await start(page).click()
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('You are offline')
    })
  })
}
