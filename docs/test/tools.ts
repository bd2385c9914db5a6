import type { Browser, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  type CostShapes,
  type CostTable,
  estimateForest,
  estimateNet,
} from '../.vitepress/theme/calculator/estimate-net.ts'
import costShapes from '../data/cost-shapes.json' with { type: 'json' }
import costTable from '../data/cost-table.json' with { type: 'json' }
import { views } from './browser.ts'
import type { ServedSite } from './serve-site.ts'
import { axeFindings, open, sidewaysScroll, watch } from './visit.ts'

/** Things of the site that a reader operates: slides, the price list, the cost calculator. */
export function toolTests(given: () => { browser: Browser; site: ServedSite }): void {
  const visit = async (path: string, work: (page: Page) => Promise<void>) => {
    const { browser, site } = given()
    const context = await browser.newContext(views.light)
    const page = await context.newPage()
    const troubles = watch(page, site.origin)
    await open(page, site.url + path)
    await work(page)
    expect(troubles.list).toEqual([])
    await context.close()
  }
  const sections = (page: Page) =>
    page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('.vp-doc > div > *')].filter((el) => el.checkVisibility())
          .length,
    )

  describe('a lesson as slides', () => {
    test('turns by keys, starts where its address says, and ends as a lesson', async () => {
      await visit('lessons/01-decision-tree.html', async (page) => {
        const all = await sections(page)
        await page.getByRole('button', { name: 'Show as slides' }).click()
        await page.getByText('Slide 1 of').waitFor()
        expect(await sections(page)).toBeLessThan(all / 2)
        expect(await page.locator('.VPNav').isVisible()).toBe(false)
        expect(await page.locator('.VPDoc .aside').isVisible()).toBe(false)
        await page.keyboard.press('ArrowRight')
        await page.getByText('Slide 2 of').waitFor()
        expect(await page.locator('.vp-doc h1').isVisible()).toBe(false)
        expect(await axeFindings(page)).toEqual([])
        expect(await sidewaysScroll(page)).toEqual([])
        await page.keyboard.press('End')
        const last = (await page.locator('.slides-bar span').textContent())!
        expect(last).toMatch(/^Slide (\d+) of \1$/)
        expect(await page.getByText('For the facilitator').isVisible()).toBe(false)
        await page.keyboard.press('Escape')
        await expect.poll(() => sections(page)).toBe(all)
        expect(new URL(page.url()).search).toBe('')
      })
    })

    test('fits on the wall: only what is one thing is scrolled', async () => {
      await visit('lessons/03-fixed-point.html?slides=1', async (page) => {
        await page.getByText('Slide 1 of').waitFor()
        const count = Number((await page.locator('.slides-bar span').textContent())!.match(/of (\d+)/)![1])
        const cut: string[] = []
        for (let i = 1; i <= count; i++) {
          await page.getByText(`Slide ${i} of`).waitFor()
          const { high, things } = await page.evaluate(() => ({
            high: document.documentElement.scrollHeight > innerHeight,
            things: [...document.querySelectorAll('.vp-doc > div > :not([data-off-slide], h2, h3)')].length,
          }))
          if (high && things > 1)
            cut.push(`slide ${i} is higher than the window, with ${things} things on it`)
          await page.keyboard.press('ArrowRight')
        }
        expect(cut).toEqual([])
      })
    })

    test('opens from the teacher’s corner, and from an address', async () => {
      await visit('teach/index.html', async (page) => {
        await page.getByRole('link', { name: '0 · First light' }).last().click()
        await page.getByText('Slide 1 of').waitFor()
        await page.goto(page.url().replace(/\?.*/, '?slides=3'))
        await page.getByText('Slide 3 of').waitFor()
      })
    })
  })

  test('no page with a wide thing in it scrolls sideways on a tablet', async () => {
    const { browser, site } = given()
    const context = await browser.newContext({
      colorScheme: 'light',
      viewport: { width: 820, height: 1_180 },
    })
    const page = await context.newPage()
    for (const path of [
      'index.html',
      'report/index.html',
      'reference/bench-inference.html',
      'reference/ink.html',
      'reference/cost-calculator.html',
      'reference/grader-schema.html',
      'teach/index.html',
    ]) {
      await open(page, site.url + path)
      expect(await sidewaysScroll(page), path).toEqual([])
    }
    await context.close()
  })

  test('the price list is found through, sorted, and read by version', async () => {
    await visit('reference/ink.html', async (page) => {
      const names = () => page.locator('.prices tbody th').allTextContents()
      const all = (await names()).length
      await page.getByLabel('Find').fill('storage')
      await expect.poll(names).toContain('storage_load_bytes32')
      expect((await names()).length).toBeLessThan(20)
      await expect
        .poll(() => page.getByRole('status').textContent())
        .toMatch(new RegExp(`^\\d+ of ${all} prices`))
      await page.getByLabel('Find').fill('')
      await page.getByLabel('Order').selectOption('dearest')
      await page.getByLabel('Show').selectOption('host call')
      await expect.poll(async () => (await names())[0]).toMatch(/create|call_contract|keccak/)
      await page.getByLabel('ArbOS').selectOption('60')
      await page.getByRole('heading', { name: 'ArbOS 60' }).waitFor()
    })
  })

  test('the calculator answers as its table does, and says what it can’t', async () => {
    const table = costTable.figures as unknown as CostTable
    const shapes = costShapes.figures as unknown as CostShapes
    await visit('reference/cost-calculator.html', async (page) => {
      const call = () =>
        page.locator('.calculator tr', { hasText: 'call from a contract' }).locator('td').textContent()
      const expected = (inputs: number, hidden: number, variant: string) =>
        estimateNet(table, { inputs, hidden, variant }).callGas.cached.toLocaleString('en-US')
      await page.getByLabel('Inputs').fill('64')
      await page.getByLabel('Hidden units').fill('20')
      await page.getByRole('radio').first().check()
      await expect.poll(call).toContain(`${expected(64, 20, 'int8')} gas`)
      await page.getByLabel('Inputs').fill('784')
      await page.getByLabel('Hidden units').fill('300')
      await page.getByText('Not in one contract').waitFor()
      await expect.poll(call).toContain(`${expected(784, 300, 'int8')} gas`)
      await page.getByLabel('Hidden units').fill('32, 16')
      await page.getByLabel('Inputs').fill('64')
      await page.getByLabel('Labels').fill('4')
      const deep = estimateNet(table, { inputs: 64, hidden: [32, 16], labels: 4, variant: 'int8' }, shapes)
      await expect.poll(call).toContain(`${deep.callGas.cached.toLocaleString('en-US')} gas`)
      await page.getByLabel('Hidden units').fill('32, 16, 8, 4')
      expect(await page.getByRole('alert').textContent()).toContain('one to 3 numbers')
      await page.getByLabel('Hidden units').fill('20')
      await page.getByLabel('Kind').selectOption('trees')
      await page.getByLabel('Trees').fill('8')
      await page.getByLabel('Depth').selectOption('4')
      const forest = estimateForest(table, shapes, { trees: 8, depth: 4 })!
      await expect.poll(call).toContain(`${forest.callGas.cached.toLocaleString('en-US')} gas`)
      await page.getByLabel('Trees').fill('128')
      await page.getByLabel('Depth').selectOption('9')
      await page.getByText('Not in one contract').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.getByLabel('Kind').selectOption('a net')
      await page.getByLabel('Inputs').fill('-3')
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('alert').textContent()).toContain('a whole number from 1')
      await page.getByLabel('Inputs').fill('')
      expect(await page.getByRole('alert').textContent()).toContain('a whole number from 1')
      expect(await axeFindings(page)).toEqual([])
    })
  })
}
