import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What comes to be true, in time even on a machine that does other things. */
export const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 40_000 })

/** Opens a lesson's playground as a reader does, and waits for its first answer. */
export async function startPlayground(page: Page, name: string): Promise<Locator> {
  const play = page.locator(`[data-playground=${name}]`)
  await play.getByRole('button', { name: 'Start a chain in this tab' }).click()
  await page.waitForSelector(`[data-playground=${name}][data-state=ready]`)
  return play
}

/** A figure of the answer's table, as a number. */
export async function figure(
  play: Locator,
  name: 'ink' | 'run-gas' | 'call-gas' | 'tx-gas',
): Promise<number> {
  const text = await play.locator(`[data-figure=${name}]`).first().textContent()
  return Number(text?.replaceAll(',', ''))
}

/** Moves a slider with the keyboard, as a person would. */
export async function slide(slider: Locator, to: number): Promise<void> {
  await slider.focus()
  await slider.press('Home')
  const from = Number(await slider.inputValue())
  for (let i = from; i < to; i++) await slider.press('ArrowRight')
}
