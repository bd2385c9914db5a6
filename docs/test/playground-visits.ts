import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Hex } from 'viem'
import { afterEach, expect } from 'vitest'
import { views } from './browser.ts'
import type { graderContract } from './grader-figures.ts'
import { figure } from './playground.ts'
import type { ServedSite } from './serve-site.ts'
import { axeFindings, open, sidewaysScroll, type Troubles, watch } from './visit.ts'

export const verdict = (play: Locator) => play.getByTestId('verdict')
/** What the answer on the page was asked with. */
export const calldata = async (play: Locator) =>
  (await play.locator('.answer').getAttribute('data-call')) as Hex

/** Ink of the run and gas of the call equal those that `lab check` takes for the same calldata. */
export async function sameFigures(
  play: Locator,
  grader: Awaited<ReturnType<typeof graderContract>>,
): Promise<void> {
  const outcome = await grader.repeat(await calldata(play))
  expect(await figure(play, 'ink')).toBe(Number(outcome.ink))
  expect(await figure(play, 'call-gas')).toBe(Number(outcome.gas))
}

/** Visits of pages, one a test: the browser's context is closed behind each. */
export function playgroundVisits(world: () => { browser: Browser; site: ServedSite }) {
  let context: BrowserContext | undefined
  let troubles: Troubles
  afterEach(async () => {
    await context?.close()
    context = undefined
  })
  return {
    /** Opens a page of the site, such as `lessons/01-decision-tree.html`; `init` runs in it before its own scripts. */
    async visit(
      path: string,
      options: BrowserContextOptions = views.light!,
      init?: () => void,
    ): Promise<Page> {
      const { browser, site } = world()
      context = await browser.newContext(options)
      if (init) await context.addInitScript(init)
      const page = await context.newPage()
      troubles = watch(page, site.origin)
      await open(page, site.url + path)
      return page
    },
    /** No error on the console, no request that failed or went elsewhere. */
    quiet(): void {
      expect(troubles.list).toEqual([])
    },
    /** Nothing wrong with the page in the state it is in now. */
    async sound(page: Page): Promise<void> {
      expect(await sidewaysScroll(page)).toEqual([])
      expect(await axeFindings(page)).toEqual([])
      expect(troubles.list).toEqual([])
    },
  }
}
