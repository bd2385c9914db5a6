import type { Browser, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { views } from './browser.ts'
import type { ServedSite } from './serve-site.ts'
import { open, watch } from './visit.ts'

/** The worker has put everything on its list away, and serves this page. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20))
  })
}

/** After one visit: what is read and played without a network, and what a reader is told about the rest. */
export function offlineTests(given: () => { browser: Browser; site: ServedSite }): void {
  describe('without a network, after one visit of the first page', () => {
    test('lessons open with their style, and a playground answers', async () => {
      const { browser, site } = given()
      const context = await browser.newContext(views.light)
      const page = await context.newPage()
      await open(page, site.url)
      await kept(page)
      await context.setOffline(true)

      const troubles = watch(page, site.origin)
      await open(page, `${site.url}lessons/01-decision-tree.html`)
      expect(await page.locator('h1').textContent()).toContain('A decision tree')
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        'rgb(251, 250, 246)',
      )
      await page.goto(site.url)
      const playground = page.locator('[data-playground]').first()
      await playground.getByRole('button').first().click()
      await expect.poll(() => playground.getAttribute('data-state'), { timeout: 20_000 }).toBe('ready')
      // A page that is followed from here, by a link.
      await page.getByRole('link', { name: 'Lessons' }).first().click()
      await expect.poll(() => page.locator('h1').first().textContent()).toContain('Lessons')
      expect(troubles.list).toEqual([])
      await context.close()
    })

    test('a page that was not visited says that it is not kept', async () => {
      const { browser, site } = given()
      const context = await browser.newContext(views.light)
      const page = await context.newPage()
      await open(page, site.url)
      await kept(page)
      await context.setOffline(true)
      await page.goto(`${site.url}reference/decisions.html`)
      expect(await page.locator('h1').textContent()).toBe('This page is not kept for reading offline')
      await page.getByRole('link', { name: 'To the lessons' }).click()
      await expect.poll(() => page.locator('h1').first().textContent()).toContain('Lessons')
      await context.close()
    })

    test('a page that was visited is kept too', async () => {
      const { browser, site } = given()
      const context = await browser.newContext(views.light)
      const page = await context.newPage()
      await open(page, site.url)
      await kept(page)
      await open(page, `${site.url}report/index.html`)
      await context.setOffline(true)
      await open(page, `${site.url}report/index.html`)
      expect(await page.locator('h1').textContent()).toContain('Feasibility report')
      await context.close()
    })
  })
}
