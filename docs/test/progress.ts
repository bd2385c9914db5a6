import type { Browser, BrowserContext } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { views } from './browser.ts'
import { soon } from './playground.ts'
import type { ServedSite } from './serve-site.ts'
import { axeFindings, open, watch } from './visit.ts'

/** Registers the tests of the progress page. */
export function progressTests(world: () => { browser: Browser; site: ServedSite }): void {
  let context: BrowserContext | undefined
  afterEach(() => context?.close())

  describe('progress', () => {
    test('takes over a clone, says what is wrong with a damaged file, and keeps what it took', async () => {
      const { browser, site } = world()
      context = await browser.newContext(views.dark)
      const page = await context.newPage()
      const troubles = watch(page, site.origin)
      await open(page, `${site.url}progress.html`)
      const choose = (text: string) =>
        page
          .locator('#progress-file')
          .setInputFiles({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(text) })
      await choose('{"schema": "lab-progress/1", "labs": {"01-de')
      await soon(() => page.getByRole('alert').textContent()).toContain('not JSON: it is cut off')
      const tasks = {
        '1.2': {
          status: 'pass',
          firstPass: '2026-11-24T05:57:19.847Z',
          attempts: 2,
          hints: 0,
          revealed: true,
        },
      }
      await choose(
        JSON.stringify({
          schema: 'lab-progress/1',
          labs: { '01-decision-tree': { best: {}, last: {}, tasks } },
        }),
      )
      await soon(() => page.locator('.certificate').textContent()).toContain('passed 1 task')
      await page.reload()
      await soon(() => page.locator('.certificate').textContent()).toContain('2026-11-24 (answer looked at)')
      await page.getByLabel('Name on it').fill('Ada')
      expect(await page.locator('.certificate .name').textContent()).toBe('Ada')
      expect(await axeFindings(page)).toEqual([])
      expect(troubles.list).toEqual([])
      await page.getByRole('button', { name: 'Forget all of it' }).click()
      await page.reload()
      await soon(() => page.locator('.certificate').textContent()).toContain('has not passed a task')
    })

    test('a prediction is remembered', async () => {
      const { browser, site } = world()
      context = await browser.newContext(views.light)
      const page = await context.newPage()
      await open(page, `${site.url}lessons/00-first-light.html`)
      await page.locator('.predict').first().getByRole('radio').nth(1).check()
      await page.reload()
      await soon(() => page.locator('.predict').first().getByRole('radio').nth(1).isChecked()).toBe(true)
    })
  })
}
