import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { keccak256, toHex, zeroHash } from 'viem'
import { describe, expect, test } from 'vitest'
import { childOf, habitsOf, pictureOf, playOf } from '../../labs/09-mind-nft/mind.ts'
import { nameOf } from '../../labs/09-mind-nft/naming.ts'
import { dataContract } from '../../packages/model/src/compile/index.ts'
import { views } from './browser.ts'
import { graderAddress, graderContract, graderSends } from './grader-figures.ts'
import { figure, soon, startPlayground } from './playground.ts'
import { playgroundVisits, sameFigures, verdict } from './playground-visits.ts'
import type { ServedSite } from './serve-site.ts'

const data = (name: string) => JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'))
const lab8 = data('lab8.json').figures as {
  code: { v1: Place }
  storage: { v1: Place }
  data: { v1: Place; v2: { upload: number } }
  registry: { register: number; propose: number; deprecate: number }
}
interface Place {
  upload: number
  gas: number
  cached: number
}
const lab9 = data('lab9.json').figures as {
  gas: { tokenURI: number; tokenURICached: number; mint: number; breed: number }
}
const inDigits = (value: number) => value.toLocaleString('en-US')
const dnaOf = (word: string) => keccak256(toHex(word))

/** Registers the tests of lessons 8 and 9: each is driven as a person would, and its figures are the grader's. */
export function registryAndMindTests(world: () => { browser: Browser; site: ServedSite }): void {
  const { visit, sound, quiet } = playgroundVisits(world)
  async function start(
    name: 'mind' | 'registry',
    options: BrowserContextOptions,
  ): Promise<{ page: Page; play: Locator }> {
    const lesson = name === 'mind' ? '09-mind-nft' : '08-model-registry'
    const page = await visit(`lessons/${lesson}.html`, options)
    const began = performance.now()
    const play = await startPlayground(page, name)
    await verdict(play).waitFor()
    console.info(`${name} answers ${Math.round(performance.now() - began)} ms after the click`)
    return { page, play }
  }
  const button = (play: Locator, name: string | RegExp) => play.getByRole('button', { name })
  const last = (play: Locator) => play.locator('.sent li').last().textContent()

  describe('a mind in an NFT', () => {
    test('a token as a wallet sees it, at the price of lab check; minted, bred and played by keyboard', async () => {
      const { page, play } = await start('mind', views.light!)
      const [squid, haskell] = [dnaOf('squid'), dnaOf('haskell')]
      const grader = await graderContract('09-mind-nft', '09-mind-nft')
      await grader.send('useNames', [await graderAddress('name-service')])
      await grader.send('mint', [squid])
      await soon(() => verdict(play).textContent()).toBe(nameOf(squid))
      await sameFigures(play, grader)
      const whole = await figure(play, 'call-gas')
      expect(Math.abs(whole / lab9.gas.tokenURI - 1)).toBeLessThan(0.05)

      // The picture is the token's own, in an image, where nothing of it runs.
      const card = play.locator('.card').first()
      const image = card.locator('img')
      const source = (await image.getAttribute('src'))!
      expect(source.startsWith('data:image/svg+xml;base64,')).toBe(true)
      expect(Buffer.from(source.split(',')[1]!, 'base64').toString()).toBe(pictureOf(squid))
      await soon(() => image.evaluate((el: HTMLImageElement) => el.naturalWidth)).toBeGreaterThan(0)
      expect(await card.locator('.traits b').allTextContents()).toEqual(
        habitsOf(squid).map((shares) => (shares ? 'shares' : 'takes')),
      )
      // In the chain's cache, both programs are.
      await play.getByLabel("The program stands in the chain's cache").check()
      await soon(() => figure(play, 'call-gas')).toBeLessThan(whole)
      expect(Math.abs((await figure(play, 'call-gas')) / lab9.gas.tokenURICached - 1)).toBeLessThan(0.05)

      await play.getByLabel('A word').focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('haskell')
      await soon(() => button(play, 'Mint a mind').isEnabled()).toBe(true)
      await page.keyboard.press('Enter')
      await soon(() => verdict(play).textContent()).toBe(`#1 is ${nameOf(haskell)}`)
      expect(await last(play)).toContain(`${inDigits(lab9.gas.mint)} gas`)
      await soon(() => button(play, 'Mint a mind').isEnabled()).toBe(true)
      await button(play, 'Mint a mind').focus()
      await page.keyboard.press('Enter')
      await soon(() => play.getByTestId('refused').textContent()).toContain('DnaTaken(0x')

      await soon(() => button(play, 'Play 16 rounds').isEnabled()).toBe(true)
      await button(play, 'Play 16 rounds').focus()
      await page.keyboard.press('Enter')
      await soon(() => verdict(play).textContent()).toBe(playOf(squid, haskell).join(' : '))
      await soon(() => button(play, 'How well they fit').isEnabled()).toBe(true)
      await button(play, 'How well they fit').press('Enter')
      await soon(() => verdict(play).textContent()).toMatch(/^\d+ of 100$/)
      await soon(() => button(play, 'Breed').isEnabled()).toBe(true)
      await button(play, 'Breed').press('Enter')
      const child = childOf(squid, haskell)
      await soon(() => verdict(play).textContent()).toBe(`#2 is ${nameOf(child)}`)
      expect(await play.locator('.card code').last().getAttribute('title')).toBe(child)
      quiet()
    })

    test('what is refused has its name; too little gas is said; it fits a phone', async () => {
      const { page, play } = await start('mind', views['phone, dark']!)
      const limit = play.getByLabel('Gas that the call may take')
      await play.getByText('Under the hood').click()
      await limit.fill('48000')
      // The trace arrives under what is being typed, and leaves it alone.
      await soon(() => play.locator('.hood').textContent()).toContain('static_call_contract')
      expect(await limit.inputValue()).toBe('48000')
      await limit.press('Enter')
      await soon(() => play.getByTestId('refused').textContent()).toMatch(/ran out|out of ink/)
      await button(play, 'As before').click()
      await soon(() => verdict(play).count()).toBe(1)
      await soon(() => button(play, 'Breed').isEnabled()).toBe(true)
      await button(play, 'Breed').click()
      await soon(() => play.getByTestId('refused').textContent()).toContain('SameMind(0)')
      await soon(() => button(play, 'Mint a mind').isEnabled()).toBe(true)
      await button(play, 'Mint a mind').click()
      await soon(() => play.locator('.card').count()).toBe(2)
      await play.getByLabel('breed as somebody who owns neither').check()
      await soon(() => button(play, 'Breed').isEnabled()).toBe(true)
      await button(play, 'Breed').click()
      await soon(() => last(play)).toContain('refused: ERC721InsufficientApproval(0x57a2…57a2, 0)')
      expect(await play.locator('.card').count()).toBe(2)
      await sound(page)
    })
  })

  describe('a registry of models', () => {
    test('an upgrade: answers change, the contract does not; a stranger is refused; a pin is kept', async () => {
      const { play } = await start('registry', views.dark!)
      const by = play.getByTestId('by')
      await soon(() => by.textContent()).toBe('Version 1 answers: a 1, and it is one.')
      const grader = await graderContract('08-model-registry', '08-model-registry')
      const bytes = new Uint8Array(readFileSync(new URL('../data/programs/net-v1.bin', import.meta.url)))
      const part = dataContract(bytes)
      await graderSends(part.deploy)
      await grader.send('register', [keccak256(bytes), zeroHash, [part.address]])
      await sameFigures(play, grader)
      const sent = play.locator('.sent li')
      expect(await sent.allTextContents()).toEqual([
        `upload the weights of version 1 1 of 1 parts sent ${inDigits(lab8.data.v1.upload)} gas`,
        `register a model with version 1 done ${inDigits(lab8.registry.register)} gas`,
      ])
      const code = await play.getByTestId('code').textContent()
      expect(code).toContain('the same as at the start')
      await play.getByRole('radio', { name: /^held-out digit \d+, a 9$/ }).check()
      await soon(() => by.textContent()).toContain('but it is a 9')

      await play.getByRole('radio', { name: 'a stranger' }).check()
      await button(play, 'Propose version 2').press('Enter')
      await soon(() => last(play)).toContain('as a stranger refused: NotOwner()')
      await play.getByRole('radio', { name: 'the owner' }).check()
      await soon(() => button(play, 'Upload and propose version 2').isEnabled()).toBe(true)
      await button(play, 'Upload and propose version 2').press('Enter')
      await soon(() => play.locator('[data-version="2"]').textContent()).toContain('seconds')
      expect((await sent.allTextContents()).slice(3)).toEqual([
        `upload the weights of version 2 3 of 3 parts sent ${inDigits(lab8.data.v2.upload)} gas`,
        `propose version 2 done ${inDigits(lab8.registry.propose)} gas`,
      ])
      // Not yet for who follows the newest, nor for who pins it.
      await soon(() => by.textContent()).toContain('Version 1 answers')
      await play.getByRole('radio', { name: 'version 2, pinned' }).check()
      await soon(() => play.getByTestId('refused').textContent()).toContain('NotYet(')
      await soon(() => button(play, 'Let 600 seconds pass').isEnabled()).toBe(true)
      await button(play, 'Let 600 seconds pass').press('Enter')
      await soon(() => by.textContent()).toBe('Version 2 answers: a 9, and it is one.')
      await play.getByRole('radio', { name: 'version 1, pinned' }).check()
      await soon(() => by.textContent()).toContain('Version 1 answers')
      await soon(() => play.getByTestId('code').textContent()).toBe(code)

      await play.getByLabel("The program stands in the chain's cache").check()
      await soon(() => play.locator('.answer').getByRole('checkbox').isChecked()).toBe(true)
      await soon(() => button(play, 'Deprecate').isEnabled()).toBe(true)
      await button(play, 'Deprecate').press('Enter')
      await soon(() => play.getByTestId('refused').textContent()).toContain('Deprecated(1)')
      await button(play, 'Begin anew').click()
      await soon(() => sent.allTextContents()).toHaveLength(2)
      expect(await sent.first().textContent()).toContain('all parts are there, nothing to pay')
      await soon(() => by.textContent()).toContain('Version 1 answers')
      quiet()
    })

    test('three places for the same weights, at the figures of the lesson; a digit of one’s own', async () => {
      const { page, play } = await start('registry', views['phone, light']!)
      await play.getByText('What do the same weights cost elsewhere?').click()
      await button(play, 'Put them in all three, and ask').click()
      await button(play, 'Ask all three again').waitFor()
      for (const key of ['data', 'code', 'storage'] as const) {
        const { upload, gas, cached } = lab8[key].v1
        const cells = await play.locator(`[data-place=${key}] [data-figure]`).allTextContents()
        const [hot, cold, put] = cells.map((text) => Number(text.replaceAll(',', '')))
        expect([hot, cold]).toEqual([cached, gas])
        // An activation names an address, and each of its bytes that is zero is 12 gas cheaper.
        expect(Math.abs(put! - upload)).toBeLessThan(100)
      }
      expect(await play.locator('.places').textContent()).toContain('All three give the same scores.')
      await play.getByRole('radio', { name: 'draw one' }).check()
      await play.getByLabel('or take a sample').selectOption('7')
      await soon(() => verdict(play).textContent()).toBe('7')
      await sound(page)
    })
  })
}
