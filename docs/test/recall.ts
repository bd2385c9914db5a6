import type { Browser, BrowserContext } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { views } from './browser.ts'
import type { ServedSite } from './serve-site.ts'
import { axeFindings, open, watch } from './visit.ts'

/** The three questions at the end of a lesson, as a reader answers them. */
export function recallTests(given: () => { browser: Browser; site: ServedSite }): void {
  let context: BrowserContext | undefined
  afterEach(() => context?.close())
  const path = 'lessons/04-neural-network.html'

  describe('three questions', () => {
    test('an answer is written, compared, judged, kept, counted in the progress, and cleared', async () => {
      const { browser, site } = given()
      context = await browser.newContext(views['phone, light'])
      const page = await context.newPage()
      const troubles = watch(page, site.origin)
      await open(page, site.url + path)
      const first = page.locator('.recall').first()
      expect(await page.locator('.recall').count()).toBe(3)
      await first.locator('summary').focus()
      await page.keyboard.press('Enter')
      const ours = first.getByText('ReLU comes first')
      expect(await ours.isVisible()).toBe(false)
      await first.getByLabel('Your answer').fill('zero and four')
      await first.getByRole('button', { name: 'Compare with ours' }).click()
      expect(await ours.isVisible()).toBe(true)
      await first.getByRole('radio', { name: 'had it' }).check()
      expect(await axeFindings(page)).toEqual([])
      await page.reload()
      await expect.poll(() => first.locator('.state').textContent()).toBe('had it')
      await first.locator('summary').click()
      expect(await first.getByLabel('Your answer').inputValue()).toBe('zero and four')
      await open(page, `${site.url}progress.html`)
      const row = page.locator('tr', { hasText: '4 · A neural network' })
      await expect.poll(() => row.textContent()).toContain('1 of 3 answered, 1 by your own word right')
      await open(page, site.url + path)
      await first.locator('summary').click()
      await first.getByRole('button', { name: 'Clear and start over' }).click()
      expect(await first.getByLabel('Your answer').inputValue()).toBe('')
      await page.reload()
      expect(await first.locator('.state').count()).toBe(0)
      expect(troubles.list).toEqual([])
    })

    test('without JavaScript the fold-out shows the answer', async () => {
      const { browser, site } = given()
      context = await browser.newContext({ ...views.light, javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(site.url + path)
      const first = page.locator('.recall').first()
      const ours = first.getByText('ReLU comes first')
      expect(await ours.isVisible()).toBe(false)
      await first.locator('summary').click()
      expect(await ours.isVisible()).toBe(true)
    })

    test('where the browser keeps nothing, that is said', async () => {
      const { browser, site } = given()
      context = await browser.newContext(views.dark)
      const page = await context.newPage()
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
      })
      await open(page, site.url + path)
      const first = page.locator('.recall').first()
      await first.locator('summary').click()
      await first.getByLabel('Your answer').fill('four')
      await first.getByText('does not keep anything').waitFor()
    })
  })
}
