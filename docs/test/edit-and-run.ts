import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { readMasters } from '../../packages/lab/src/build/masters.ts'
import { loadManifest } from '../../packages/lab/src/labs.ts'
import { renderVariant } from '../../packages/lab/src/regions/render.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { views } from './browser.ts'
import type { ServedSite } from './serve-site.ts'
import { axeFindings, open, sidewaysScroll, type Troubles, watch } from './visit.ts'

const ws = workspace()

/** The reference answer of a lab's file, as `--solution` grades it. */
async function solution(lab: string, file: string): Promise<string> {
  const manifest = await loadManifest(ws, `${ws.labs}/${lab}`)
  const master = readMasters(ws, manifest).get(file)
  if (!master) throw new Error(`${lab} has no master ${file}`)
  return renderVariant(master, new Set())
}
const starter = (lab: string, file: string) => readFileSync(`${ws.labs}/${lab}/${file}`, 'utf8')

/** Registers the tests of edit-and-run: the lab's own checks on what is written in the page. */
export function editAndRunTests(world: () => { browser: Browser; site: ServedSite }): void {
  let context: BrowserContext | undefined
  let troubles: Troubles
  afterEach(async () => {
    await context?.close()
    context = undefined
  })

  async function visit(lesson: string, init?: () => void): Promise<{ page: Page; edit: Locator }> {
    const { browser, site } = world()
    context ??= await browser.newContext({ ...views.light, acceptDownloads: true })
    if (init) await context.addInitScript(init)
    const page = await context.newPage()
    troubles = watch(page, site.origin)
    await open(page, `${site.url}lessons/${lesson}.html`)
    const edit = page.locator('[data-playground=edit]')
    await edit.getByRole('button', { name: 'Open the editor' }).click()
    await edit.locator('.cm-content').waitFor()
    return { page, edit }
  }
  /** Puts a text in place of all that stands in the editor, as a paste does. */
  async function write(page: Page, edit: Locator, text: string): Promise<void> {
    await edit.locator('.cm-content').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(text)
  }
  async function run(edit: Locator): Promise<void> {
    await edit.getByRole('button', { name: 'Run the checks' }).click()
    await edit.getByRole('button', { name: 'Run the checks' }).waitFor({ timeout: 50_000 })
  }
  const words = (edit: Locator) => edit.locator('.checks b').allTextContents()

  describe('edit and run', () => {
    test('lab 1: the starter fails, an answer passes, edits are kept, reset takes them back', async () => {
      const { page, edit } = await visit('01-decision-tree')
      await run(edit)
      expect(await words(edit)).toEqual(['FAIL', 'FAIL'])
      expect(await edit.locator('.checks').textContent()).toContain('task 1.2 is still a stub')

      await write(page, edit, await solution('01-decision-tree', 'train.ts'))
      const began = performance.now()
      await run(edit)
      console.info(`edit and run grades lab 1's train.ts in ${Math.round(performance.now() - began)} ms`)
      expect(await words(edit)).toEqual(['PASS', 'PASS'])
      expect(await edit.locator('.diff').textContent()).toContain('Math.floor')
      expect(await edit.textContent()).toMatch(/accuracy 92\.\d % on rows left out/)
      expect(await sidewaysScroll(page)).toEqual([])
      expect(await axeFindings(page)).toEqual([])
      expect(troubles.list).toEqual([])
      await page.close()

      const again = await visit('01-decision-tree')
      await run(again.edit)
      expect(await words(again.edit)).toEqual(['PASS', 'PASS'])
      await again.edit.getByRole('button', { name: 'Reset' }).click()
      expect(await again.edit.locator('.cm-content').textContent()).toContain('TODO(1.2)')
    })

    test('lab 1: a wrong answer is told as lab check tells it; deploy.ts puts a program on chain', async () => {
      const { page, edit } = await visit('01-decision-tree')
      const right = await solution('01-decision-tree', 'train.ts')
      await write(page, edit, right.replace('Math.floor(', 'Math.round('))
      await run(edit)
      expect((await words(edit))[0]).toBe('FAIL')
      expect(await edit.locator('.checks').textContent()).toMatch(/off by 1 LSB \(one step: a rounding\)/)
      await edit.getByRole('button', { name: 'deploy.ts' }).click()
      await write(page, edit, await solution('01-decision-tree', 'deploy.ts'))
      await run(edit)
      const lines = await edit.locator('.checks li').allTextContents()
      expect(lines.filter((line) => line.startsWith('FAIL'))).toEqual([])
      expect(lines.join()).toContain('1.5/deploy')
      // The line of a mistake is a button that goes there.
      await edit.getByRole('button', { name: 'train.ts' }).click()
      await write(page, edit, right.replace('return { nodes }', 'return nodes.nothing.at(1)'))
      await run(edit)
      await edit
        .getByRole('button', { name: /^train\.ts:\d+$/ })
        .first()
        .click()
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content')
      expect(troubles.list).toEqual([])
    })

    test.each([
      ['02-forest', 'train.ts', 3],
      ['03-fixed-point', 'train.ts', 3],
      ['04-neural-network', 'train.ts', 1],
      ['05-int8-mlp', 'quantize.ts', 3],
      ['07-secret-digit', 'gadgets.ts', 5],
    ])('%s: the reference %s passes in the page', async (lab, file, least) => {
      const { page, edit } = await visit(lab)
      await write(page, edit, await solution(lab, file))
      await run(edit)
      const lines = await edit.locator('.checks li').allTextContents()
      expect(lines.filter((line) => !line.startsWith('PASS'))).toEqual([])
      expect(lines.length).toBeGreaterThanOrEqual(least)
      expect(troubles.list).toEqual([])
    })

    test('lab 7: forge.ts is the second file; the starter fails, pasted lines that forge pass', async () => {
      const { page, edit } = await visit('07-secret-digit')
      // A forgery is held against an honest proof, which takes the circuit of gadgets.ts.
      await write(page, edit, await solution('07-secret-digit', 'gadgets.ts'))
      const tab = edit.getByRole('button', { name: 'forge.ts' })
      await tab.focus()
      await page.keyboard.press('Enter')
      expect(await tab.getAttribute('aria-pressed')).toBe('true')
      expect(await edit.locator('.cm-content').textContent()).toContain('TODO(7.6)')
      await run(edit)
      expect(await words(edit)).toContain('FAIL')
      expect(await edit.locator('.checks').textContent()).toContain('task 7.6 is still a stub')
      await write(page, edit, await solution('07-secret-digit', 'forge.ts'))
      await run(edit)
      const lines = await edit.locator('.checks li').allTextContents()
      expect(lines.filter((line) => !line.startsWith('PASS'))).toEqual([])
      expect(lines.join()).toContain('7.6/forgery')
      expect(await edit.textContent()).toContain('1 of 1 tasks of forge.ts passed')
      expect(troubles.list).toEqual([])
    })

    test('an endless loop is stopped, said, and the next run works', async () => {
      const { page, edit } = await visit('01-decision-tree')
      await page.evaluate(() => Object.assign(globalThis, { inklingTimeLimit: 2_000 }))
      const right = await solution('01-decision-tree', 'train.ts')
      await write(page, edit, right.replace('return { nodes }', 'for (;;) nodes.length'))
      await run(edit)
      expect(await edit.getByTestId('stopped').textContent()).toMatch(
        /not finished after 2 seconds .* endless loop/,
      )
      await write(page, edit, right)
      await run(edit)
      expect(await words(edit)).toEqual(['PASS', 'PASS'])
      expect(troubles.list).toEqual([])
    })

    test('text that is no TypeScript has its place; a blocked storage is said; export gives the file', async () => {
      const { page, edit } = await visit('01-decision-tree', () => {
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
      })
      await write(page, edit, `${starter('01-decision-tree', 'train.ts')}\nconst = 3`)
      await run(edit)
      expect(await edit.textContent()).toMatch(/is no TypeScript|does not load/)
      expect(await edit.textContent()).toContain('This browser does not keep what you write')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        edit.getByRole('button', { name: 'Download' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('train.ts')
      expect(readFileSync(await download.path(), 'utf8')).toContain('const = 3')
    })

    test('the keyboard gets out of the editor: Esc, then Tab', async () => {
      const { page, edit } = await visit('01-decision-tree')
      await edit.locator('.cm-content').focus()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('.cm-editor') === null)).toBe(true)
    })
  })
}
