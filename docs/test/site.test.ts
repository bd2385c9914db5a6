import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inkByCode, loadLineInk } from '../.vitepress/line-ink.ts'
import { browserPath, ci, startBrowser, views } from './browser.ts'
import { type BuiltSite, buildSite } from './build-site.ts'
import { editAndRunTests } from './edit-and-run.ts'
import { offlineTests } from './offline.ts'
import { playgroundTests } from './playgrounds.ts'
import { progressTests } from './progress.ts'
import { recallTests } from './recall.ts'
import { registryAndMindTests } from './registry-and-mind.ts'
import { type ServedSite, serveSite } from './serve-site.ts'
import { kitTests, terminalTests } from './terminal.ts'
import { toolTests } from './tools.ts'
import { axeFindings, open, sidewaysScroll, watch } from './visit.ts'

const address = 'https://example.org/sub/path/'
const lessons = [
  'lessons/00-first-light.html',
  'lessons/01-decision-tree.html',
  'lessons/07-secret-digit.html',
  'lessons/08-model-registry.html',
  'lessons/09-mind-nft.html',
]
/** Spec site.md: a lesson's first visit, brotli. */
const lessonLimit = 200 * 1024

/** Bytes of a file as a host sends it: brotli, but for what is compressed already. */
function onTheWire(file: string): number {
  const body = readFileSync(file)
  return /\.(woff2|png)$/.test(file) ? body.length : brotliCompressSync(body).length
}

const built: BuiltSite = await buildSite(address)
const html = (page: string) => readFileSync(join(built.dir, page), 'utf8')

describe('the built site', () => {
  test('has the pages that a reader is promised', () => {
    for (const page of [
      'index.html',
      '404.html',
      'guides/start.html',
      'lessons/index.html',
      'guides/index.html',
      'reference/index.html',
      'reference/cost-calculator.html',
      'reference/ink.html',
      'reference/grader-schema.html',
      'report/index.html',
      'teach/index.html',
      'terminal.html',
      'reference/glossary.html',
      'reference/commands.html',
      ...lessons,
    ])
      expect(built.pages).toContain(page)
  })

  test('names every page in its sitemap, under the address it was built for', () => {
    const sitemap = readFileSync(join(built.dir, 'sitemap.xml'), 'utf8')
    for (const page of built.pages.filter((page) => page !== '404.html'))
      expect(sitemap).toContain(`<loc>${address}${page.replace(/index\.html$/, '')}</loc>`)
  })

  test('has a social card of the size that other sites expect', () => {
    const card = readFileSync(join(built.dir, 'social.png'))
    expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630])
    expect(html('index.html')).toContain(`content="${address}social.png"`)
  })

  test('asks nobody else for anything: no script, style, font, picture or frame from another origin', () => {
    const found = built.pages.flatMap((page) =>
      [
        ...html(page).matchAll(
          /<(?:script|link|img|iframe|source|video|audio)\s[^>]*?(?:src|href|srcset)="(\w+:)?\/\/[^"]*"/g,
        ),
      ]
        .map(([tag]) => tag)
        // Says where the page itself stands.
        .filter((tag) => !tag.includes('rel="canonical"'))
        .map((tag) => `${page}: ${tag}`),
    )
    expect(found).toEqual([])
    for (const file of readdirSync(join(built.dir, 'assets')).filter((name) => name.endsWith('.css')))
      expect(readFileSync(join(built.dir, 'assets', file), 'utf8'), file).not.toMatch(
        /url\(["']?\w*:?\/\/|@import/,
      )
  })

  test('leaves no placeholder and no missing figure', () => {
    for (const page of built.pages) {
      // Imported TypeScript may compare with undefined; a figure that is missing stands in a sentence or a table.
      const text = html(page)
        .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
        .replace(/<div class="language-ts[\s\S]*?<\/pre>/g, '')
      expect(text, page).not.toMatch(/\{\{|\bNaN\b|\bundefined\b/)
    }
  })

  test('shows the ink of every line that was measured', () => {
    const wanted = inkByCode(loadLineInk()).size
    const shown = built.pages.reduce(
      (sum, page) => sum + (html(page).match(/class="[^"]*\bwith-ink\b/g)?.length ?? 0),
      0,
    )
    expect(wanted).toBeGreaterThan(15)
    expect(shown).toBe(wanted)
  })

  kitTests(built)

  test('has no dead link and no dead anchor', () => {
    const ids = new Map(
      built.pages.map((page) => [
        page,
        new Set([...html(page).matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])),
      ]),
    )
    const dead = built.pages.flatMap((page) =>
      [...html(page).matchAll(/<a\s[^>]*href="([^"]*)"/g)].flatMap(([, href]) => {
        const url = new URL(href!.replaceAll('&amp;', '&'), address + page)
        if (!url.href.startsWith(address))
          return url.origin === new URL(address).origin ? [`${page}: ${href} leaves the site's path`] : []
        const target = decodeURIComponent(url.pathname.slice(new URL(address).pathname.length)).replace(
          /(^|\/)$/,
          '$1index.html',
        )
        if (!existsSync(join(built.dir, target))) return [`${page}: ${href}`]
        const id = decodeURIComponent(url.hash.slice(1))
        return id === '' || ids.get(target)?.has(id) ? [] : [`${page}: ${href} has no such anchor`]
      }),
    )
    expect(dead).toEqual([])
  })
})

describe.skipIf(!browserPath && !ci)('in a browser (needs Chromium or Chrome)', () => {
  let browser: Browser
  let site: ServedSite

  beforeAll(async () => {
    browser = await startBrowser()
    site = await serveSite(built.dir, new URL(address).pathname)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  describe.each(Object.keys(views))('%s', (view) => {
    // One for all pages, so that files which they share are loaded once.
    let context: BrowserContext
    beforeAll(async () => {
      context = await browser.newContext(views[view])
    })
    afterAll(() => context?.close())

    // Two at a time (vitest.config.ts): each page has a process of its own in the browser.
    test.concurrent.each(built.pages)('%s', async (path) => {
      const page = await context.newPage()
      try {
        const troubles = watch(page, site.origin)
        await open(page, site.url + path)
        const dark = await page.evaluate(() => document.documentElement.classList.contains('dark'))
        expect(dark).toBe(view.includes('dark'))
        expect(await sidewaysScroll(page)).toEqual([])
        expect(await axeFindings(page)).toEqual([])
        expect(await sidewaysScroll(page)).toEqual([])
        expect(troubles.list).toEqual([])
      } finally {
        await page.close()
      }
    })
  })

  test.each(lessons)('%s weighs at most 200 KB on a first visit', async (path) => {
    const context = await browser.newContext(views.light)
    const page = await context.newPage()
    const paths = new Set<string>()
    page.on('response', (response) => paths.add(response.url().slice(site.url.length)))
    await page.goto(site.url + path, { waitUntil: 'networkidle' })
    await context.close()
    const files = [...paths].map((file) => ({ file, size: onTheWire(join(built.dir, file)) }))
    const kilobytes = (list: typeof files) =>
      (list.reduce((sum, { size }) => sum + size, 0) / 1024).toFixed(1)
    const fonts = files.filter(({ file }) => file.endsWith('.woff2'))
    const needed = files.reduce((sum, { size }) => sum + size, 0)
    console.info(
      `${path}: ${kilobytes(files)} KB brotli in ${files.length} files, ${kilobytes(fonts)} KB of it fonts`,
    )
    expect(needed).toBeLessThanOrEqual(lessonLimit)
  })

  test('a prediction opens its answer and says what was measured', async () => {
    const context = await browser.newContext(views.light)
    const page = await context.newPage()
    await open(page, site.url + lessons[0])
    const predict = page.locator('.predict').first()
    await expect
      .poll(() => predict.locator('details').evaluate((el: HTMLDetailsElement) => el.open))
      .toBe(false)
    await predict.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await expect
      .poll(() => predict.locator('details').evaluate((el: HTMLDetailsElement) => el.open))
      .toBe(true)
    expect(await predict.locator('[aria-live=polite]').textContent()).toMatch(
      /^You said about 70 %\. Measured: /,
    )
    await context.close()
  })

  test('a prediction works without JavaScript', async () => {
    const context = await browser.newContext({ ...views.light, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(site.url + lessons[0])
    const predict = page.locator('.predict').first()
    await predict.getByRole('radio').nth(1).check()
    const answer = predict.locator('details p').first()
    expect(await answer.isVisible()).toBe(false)
    await predict.locator('summary').click()
    expect(await answer.isVisible()).toBe(true)
    await context.close()
  })

  test('search finds a word of the lessons, without another origin', async () => {
    const context = await browser.newContext(views.dark)
    const page = await context.newPage()
    const troubles = watch(page, site.origin)
    await open(page, site.url)
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('requantize')
    await page.locator('.VPLocalSearchBox .result').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    const status = page.getByRole('dialog', { name: 'Search' }).getByRole('status').last()
    expect(await status.textContent()).toMatch(/^1 of \d+: .*requantize/i)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => status.textContent()).toMatch(/^2 of /)
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('glossary.html#requantize')
    expect(troubles.list).toEqual([])
    await context.close()
  })

  test('an address that does not exist gets the 404 page, with its style', async () => {
    const context = await browser.newContext(views.light)
    const page = await context.newPage()
    const missing = `${site.url}no/such/page.html`
    const troubles = watch(page, site.origin, missing)
    const response = await page.goto(missing, { waitUntil: 'networkidle' })
    expect(response?.status()).toBe(404)
    expect(await page.getByText('There is no such page').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'To the first page' }).click()
    await expect.poll(() => page.url()).toBe(site.url)
    expect(troubles.list).toEqual([])
    await context.close()
  })

  test('a page is readable at 200 %', async () => {
    const context = await browser.newContext({ colorScheme: 'light', viewport: { width: 640, height: 450 } })
    const page = await context.newPage()
    for (const path of ['index.html', ...lessons]) {
      await open(page, site.url + path)
      expect(await sidewaysScroll(page), path).toEqual([])
    }
    await context.close()
  })

  playgroundTests(() => ({ browser, site }))
  registryAndMindTests(() => ({ browser, site }))
  editAndRunTests(() => ({ browser, site }))
  progressTests(() => ({ browser, site }))
  toolTests(() => ({ browser, site }))
  recallTests(() => ({ browser, site }))
  terminalTests(() => ({ browser, site, built }))
  offlineTests(() => ({ browser, site }))
})
