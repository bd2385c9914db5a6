import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What went wrong while a page was open. */
export interface Troubles {
  list: string[]
}

/** Notes console errors, exceptions, failed requests and requests that leave the site. */
export function watch(page: Page, origin: string, expected404?: string): Troubles {
  const list: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (expected404 && text.includes('404')) return
    if (message.type() === 'error' || message.type() === 'warning') list.push(`console: ${text}`)
  })
  page.on('pageerror', (error) => list.push(`exception: ${error.message}`))
  page.on('requestfailed', (request) => {
    // A page that is left stops what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') list.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    // What a page makes itself, such as a module of its editor, is a blob of its own origin.
    const url = request.url().replace(/^blob:/, '')
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:'))
      list.push(`another origin: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== expected404)
      list.push(`${response.status()}: ${response.url()}`)
  })
  return { list }
}

/**
 * WCAG 2.2 A and AA, as far as axe can tell, with every fold-out open. One line a finding.
 *
 * @param without rules left out, each for a reason that the caller gives
 */
export async function axeFindings(page: Page, without: string[] = []): Promise<string[]> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async (tags) => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on window
    const result = await (window as any).axe.run(document, { runOnly: { type: 'tag', values: tags } })
    return result.violations as {
      id: string
      help: string
      nodes: { target: string[]; failureSummary?: string }[]
    }[]
  }, wcag)
  return violations
    .filter(({ id }) => !without.includes(id))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) => `axe ${id}: ${help}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`,
      ),
    )
}

/** Opens a page and waits until it stands still: fonts there, Vue in charge of it. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
  await page.evaluate(() => document.fonts.ready)
}

/** What sticks out on the right when the page itself can be scrolled sideways. */
export function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('main *')].filter(
      (el) => el.getBoundingClientRect().right > clientWidth + 1,
    )
    return [
      `the page is ${scrollWidth} wide, the window ${clientWidth}: ${wide
        .slice(0, 3)
        .map((el) => el.outerHTML.slice(0, 80))
        .join(' … ')}`,
    ]
  })
}
