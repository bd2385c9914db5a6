import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { views } from './browser.ts'
import { firstContract, graderContract, rawKernel } from './grader-figures.ts'
import { figure, slide, soon, startPlayground } from './playground.ts'
import { calldata, playgroundVisits, sameFigures, verdict } from './playground-visits.ts'
import type { ServedSite } from './serve-site.ts'
import { sidewaysScroll } from './visit.ts'

interface Kernel {
  name: string
  ink: number
  callGas: number
  callGasCached: number
}
const bench = JSON.parse(readFileSync(new URL('../data/bench-kernels.json', import.meta.url), 'utf8')) as {
  kernels: Kernel[]
}

const lab7 = JSON.parse(readFileSync(new URL('../data/lab7.json', import.meta.url), 'utf8')).figures as {
  circuit: { constraints: number }
  example: { label: number }
  gas: { submitCached: number; calldata: number }
}
/** What a transaction's data costs: EIP-2028. */
const calldataGas = (data: string) =>
  (data.slice(2).match(/../g) ?? []).reduce((sum, byte) => sum + (byte === '00' ? 4 : 16), 0)

const PAGES = {
  tree: 'lessons/01-decision-tree.html',
  forest: 'lessons/02-forest.html',
  line: 'lessons/03-fixed-point.html',
  game: 'lessons/04-neural-network.html',
  digit: 'lessons/05-int8-mlp.html',
  ladder: 'lessons/06-gas-golf.html',
  secret: 'lessons/07-secret-digit.html',
} as const

/** Registers the tests of the playgrounds: each is driven as a person would, and its figures are the grader's. */
export function playgroundTests(world: () => { browser: Browser; site: ServedSite }): void {
  const { visit: open, sound } = playgroundVisits(world)
  const visit = (name: keyof typeof PAGES, options?: BrowserContextOptions, init?: () => void) =>
    open(PAGES[name], options, init)

  describe('playgrounds', () => {
    test('the tree of lab 1: sliders by keyboard, the path, refusals, and the figures of lab check', async () => {
      const page = await visit('tree')
      const grader = await graderContract('01-decision-tree', '01-decision-tree')
      const began = performance.now()
      const play = await startPlayground(page, 'tree')
      await verdict(play).waitFor()
      console.info(`a playground answers ${Math.round(performance.now() - began)} ms after the click`)
      expect(await verdict(play).textContent()).toBe('phishing')
      await sameFigures(play, grader)

      await play.getByRole('button', { name: 'A shop that has been there' }).click()
      await soon(() => verdict(play).textContent()).toBe('safe')
      await sameFigures(play, grader)
      expect(await play.locator('.graph line.lit').count()).toBe(
        (await play.locator('.graph li').count()) - 1,
      )

      await slide(play.getByRole('slider', { name: 'form handler' }), 3)
      await soon(() => play.getByTestId('refused').textContent()).toContain('OutOfRange(0, 3)')
      expect((await grader.repeat(await calldata(play))).revert?.name).toBe('OutOfRange')
      await sameFigures(play, grader)
      await slide(play.getByRole('slider', { name: 'form handler' }), 0)
      await play.getByLabel('send eight bytes only').check()
      await soon(() => play.getByTestId('refused').textContent()).toContain('WrongLength(9, 8)')
      await play.getByLabel('send eight bytes only').uncheck()

      // In the chain's cache the same question costs less to get in, and the same to run.
      await soon(() => verdict(play).count()).toBe(1)
      const [ink, call] = [await figure(play, 'ink'), await figure(play, 'call-gas')]
      await play.getByLabel("The program stands in the chain's cache").check()
      await soon(() => figure(play, 'call-gas')).toBeLessThan(call)
      expect(await figure(play, 'ink')).toBe(ink)
      await play.getByLabel("The program stands in the chain's cache").uncheck()
      await soon(() => figure(play, 'call-gas')).toBe(call)

      await play.getByLabel('Gas price').fill('2')
      expect(await play.locator('tr.tx td').last().textContent()).toBe(
        (2 * (await figure(play, 'tx-gas'))).toLocaleString('en-US', { maximumSignificantDigits: 4 }),
      )
      await sound(page)
      expect(await play.locator('.hood').textContent()).toContain('read_args')
    })

    test('lab 0 has its own tree', async () => {
      const page = await open('lessons/00-first-light.html', views['phone, dark'])
      const play = await startPlayground(page, 'tree')
      await verdict(play).waitFor()
      await sameFigures(play, await graderContract('00-first-light', 'first-light'))
      await sound(page)
    })

    test('the forest: its sum is that of its trees', async () => {
      const page = await visit('forest', views['phone, light'])
      const play = await startPlayground(page, 'forest')
      await verdict(play).waitFor()
      await slide(play.getByRole('slider', { name: 'certificate' }), 2)
      await soon(() => play.locator('.sum').textContent()).toContain('equals the sum of the squares')
      await sameFigures(play, await graderContract('02-forest', '02-forest'))

      // Half of what the run takes is too little, and so is what does not pay for a transaction.
      const offered = (await figure(play, 'tx-gas')) - Math.floor((await figure(play, 'run-gas')) / 2)
      await play.getByText('Under the hood').click()
      const limit = play.getByLabel('Gas that the call may take')
      await limit.fill(String(offered))
      await limit.press('Enter')
      await soon(() => play.getByTestId('refused').textContent()).toMatch(
        /^The contract ran out of ink: [\d,]+ ink were used and it was not done\. Give it more gas\.$/,
      )
      await limit.fill('20000')
      await limit.press('Enter')
      await soon(() => play.getByRole('alert').textContent()).toContain('20,000 gas are too few for any')
      await play.getByRole('button', { name: 'As before' }).click()
      await soon(() => verdict(play).count()).toBe(1)
      await soon(() => play.getByRole('alert').count()).toBe(0)
      await sound(page)
    })

    test('the line: the error against floats, in LSB', async () => {
      const page = await visit('line', views.dark)
      const play = await startPlayground(page, 'line')
      await verdict(play).waitFor()
      const before = await play.getByTestId('error').textContent()
      await slide(play.getByRole('slider', { name: 'party' }), 6)
      await soon(() => verdict(play).textContent()).toBe('Dole')
      await soon(() => play.getByTestId('error').textContent()).not.toBe(before)
      expect(await play.getByTestId('error').textContent()).toMatch(/^[+-]?[\d,]+ LSB$/)
      await sameFigures(play, await graderContract('03-fixed-point', '03-fixed-point'))
      await sound(page)
    })

    test('the game: a whole one by keyboard, and the contract refuses what it must', async () => {
      const page = await visit('game')
      const play = await startPlayground(page, 'game')
      const grader = await graderContract('04-neural-network', '04-neural-network')
      await grader.send('newGame', [grader.address, true])
      const cells = play.locator('.cell')
      await soon(() => play.locator('.turns li').count()).toBe(1)
      await cells.nth(0).focus()
      for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
      await soon(() => play.locator('.turns li').count()).toBe(2)
      expect(await cells.nth(4).textContent()).toBe('X')
      const outcome = await grader.repeat(await calldata(play), '0x3f1eae7d46d88f08fc2f8ed27fcb2ab183eb2d0e')
      expect(await figure(play, 'ink')).toBe(Number(outcome.ink))
      await cells.nth(4).click()
      await soon(() => play.getByTestId('refused').textContent()).toContain('Occupied(4)')
      // Whatever one does, the game ends, and not with "You won".
      for (let i = 0; i < 9 && (await play.getByTestId('over').count()) === 0; i++) {
        if ((await cells.nth(i).textContent()) !== '') continue
        const turns = await play.locator('.turns li').count()
        await cells.nth(i).click()
        await soon(() => play.locator('.turns li').count()).toBe(turns + 1)
      }
      expect(await play.getByTestId('over').textContent()).toMatch(/The network won|Nobody has three/)
      await play.getByRole('button', { name: 'New game, it begins' }).click()
      await soon(() => cells.allTextContents()).toContain('X')
      await sound(page)
    })

    /** Points of a seven on a field of 1 by 1. */
    const seven = [
      [0.28, 0.2],
      [0.5, 0.19],
      [0.72, 0.2],
      [0.6, 0.45],
      [0.5, 0.65],
      [0.44, 0.85],
    ] as const

    test('the digit: drawn with the mouse, at the speed of the screen', async () => {
      const page = await visit('digit')
      const play = await startPlayground(page, 'digit')
      await verdict(play).waitFor()
      await play.getByRole('button', { name: 'Clear' }).click()
      await soon(() => verdict(play).textContent()).toContain('nothing drawn')
      const box = (await play.locator('canvas').boundingBox())!
      const at = ([x, y]: readonly [number, number]) =>
        [box.x + x * box.width, box.y + y * box.height] as const
      await page.evaluate(() => {
        const gaps: number[] = []
        let last = performance.now()
        const tick = (now: number) => {
          gaps.push(now - last)
          last = now
          requestAnimationFrame(tick)
        }
        requestAnimationFrame(tick)
        Object.assign(globalThis, { gaps })
      })
      await page.mouse.move(...at(seven[0]))
      await page.mouse.down()
      for (const point of seven.slice(1)) await page.mouse.move(...at(point), { steps: 8 })
      await page.mouse.up()
      const gaps = await page.evaluate(() => (globalThis as unknown as { gaps: number[] }).gaps)
      const sorted = gaps.toSorted((a, b) => a - b)
      console.info(
        `while a digit is drawn, a frame comes every ${sorted[sorted.length >> 1]?.toFixed(1)} ms (median), at worst ${sorted.at(-1)?.toFixed(1)} ms`,
      )
      await soon(() => verdict(play).textContent()).toBe('7')
      await sameFigures(play, await graderContract('05-int8-mlp', '05-int8-mlp'))

      await play.getByLabel('compiled: straight-line code').check()
      await soon(() => figure(play, 'ink')).toBeLessThan(2_000_000)
      await soon(() => verdict(play).textContent()).toBe('7')
      const { ink, frameGas } = await (await rawKernel('digits-14x14-196-250-10-sparse'))(
        await calldata(play),
      )
      expect(await figure(play, 'ink')).toBe(ink)
      expect(await figure(play, 'call-gas')).toBe(frameGas)
      await sound(page)
    })

    test('the digit of the home page: the net that the page speaks of', async () => {
      const page = await open('', views['phone, light'])
      const play = await startPlayground(page, 'digit')
      await soon(() => verdict(play).textContent()).toBe('7')
      const { ink } = await (await rawKernel('digits-14x14-196-250-10-sparse'))(await calldata(play))
      expect(await figure(play, 'ink')).toBe(ink)
      expect(await sidewaysScroll(page)).toEqual([])
    })

    test('the digit: drawn with a finger', async () => {
      const page = await visit('digit', views['phone, light'])
      const play = await startPlayground(page, 'digit')
      await verdict(play).waitFor()
      await play.getByRole('button', { name: 'Clear' }).click()
      await play.locator('canvas').scrollIntoViewIfNeeded()
      const box = (await play.locator('canvas').boundingBox())!
      const client = await page.context().newCDPSession(page)
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: readonly [number, number]) =>
        client.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: point ? [{ x: box.x + point[0] * box.width, y: box.y + point[1] * box.height }] : [],
        })
      await touch('touchStart', seven[0])
      for (const point of seven.slice(1)) await touch('touchMove', point)
      await touch('touchEnd')
      await soon(() => verdict(play).textContent()).toBe('7')
      await sound(page)
    })

    test('the digit: drawn with keys, and said aloud', async () => {
      const page = await visit('digit', views.dark)
      const play = await startPlayground(page, 'digit')
      await verdict(play).waitFor()
      await play.locator('canvas').focus()
      await page.keyboard.press('Delete')
      await page.keyboard.press(' ')
      for (let i = 0; i < 13; i++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press(' ')
      await soon(() => verdict(play).textContent()).toBe('1')
      await soon(() => play.locator('.answer [aria-live=polite]').textContent()).toMatch(
        /^The contract reads 1\. [\d,]+ ink, [\d,]+ gas a call\.$/,
      )
      await play.getByLabel('or take a sample').selectOption('3')
      await soon(() => verdict(play).textContent()).toBe('3')
      await sound(page)
    })

    test('the ladder: every kernel takes the ink that its bench says, and reads the same digit', async () => {
      const page = await visit('ladder', views.dark)
      const play = await startPlayground(page, 'ladder')
      await play.getByLabel('or take a sample').selectOption('7')
      await play.getByRole('button', { name: 'Race' }).focus()
      await page.keyboard.press('Enter')
      await play.getByRole('button', { name: 'Race again' }).waitFor()
      for (const kernel of bench.kernels) {
        const row = play.locator(`[data-kernel=${kernel.name}]`)
        const number = async (name: string) =>
          Number((await row.locator(`[data-figure=${name}]`).textContent())?.replaceAll(',', ''))
        expect([kernel.name, await number('ink'), await number('call-gas')]).toEqual([
          kernel.name,
          kernel.ink,
          kernel.callGasCached,
        ])
        expect(await row.locator('td').nth(1).textContent()).toBe('7')
      }
      const [first] = bench.kernels
      await play.getByLabel('Take apart').selectOption(first!.name)
      await play.getByText('Under the hood').click()
      await soon(() => play.locator('.hood').textContent()).toContain('read_args')
      await play.getByLabel(`${first!.name} stands in the chain's cache`).uncheck()
      await soon(() =>
        play.locator(`[data-kernel=${first!.name}] [data-figure=call-gas]`).textContent(),
      ).toBe(first!.callGas.toLocaleString('en-US'))
      await sound(page)
      expect(await page.locator('[data-playground=clone-only]').textContent()).toContain(
        'npm run lab:check 6',
      )
    })

    test('the secret digit: sealed, proved, checked and submitted by keyboard; then lied about', async () => {
      const page = await visit('secret', views.dark)
      const play = await startPlayground(page, 'secret')
      await play.getByLabel('or take a sample').selectOption(String(lab7.example.label))
      await soon(() => play.getByTestId('reads').textContent()).toBe(String(lab7.example.label))
      const go = play.getByRole('button', { name: 'Seal, prove and submit' })
      await soon(() => go.isEnabled()).toBe(true)
      await go.focus()
      await page.keyboard.press('Enter')
      await soon(() => play.locator('.sent li').count()).toBe(1)
      expect(await verdict(play).textContent()).toBe(`accepted: ${lab7.example.label}`)
      expect(await play.getByTestId('holds').textContent()).toBe('it holds')
      await soon(() => play.getByTestId('constraints').textContent()).toBe(
        lab7.circuit.constraints.toLocaleString('en-US'),
      )
      console.info(`a digit is proved in ${await play.getByTestId('proving').textContent()} ms`)

      // The grader's chain takes the very same proof, for the same ink and gas.
      const data = await calldata(play)
      const grader = await firstContract('07-secret-digit', '07-secret-digit')
      const { functionName, args } = grader.decode(data)
      await grader.send('register', [args[1]])
      const outcome = await grader.call(functionName, args, '0x3f1eae7d46d88f08fc2f8ed27fcb2ab183eb2d0e')
      expect(await figure(play, 'ink')).toBe(Number(outcome.ink))
      expect(await figure(play, 'call-gas')).toBe(Number(outcome.gas))
      const sent = await grader.send(functionName, args)
      expect([sent.status, Number(sent.gasUsed)]).toEqual(['success', await figure(play, 'tx-gas')])
      await grader.close()
      const rest = (await figure(play, 'tx-gas')) - calldataGas(data)
      expect(Math.abs(rest - (lab7.gas.submitCached - lab7.gas.calldata))).toBeLessThan(100)

      const last = () => play.locator('.sent li').last().textContent()
      await play.getByRole('button', { name: 'Send the honest one again' }).click()
      await soon(last).toContain('RequestUsed(1)')
      await play.getByRole('button', { name: 'with the honest proof' }).click()
      await soon(last).toContain('refused: NotProven()')
      await play.getByRole('button', { name: 'with a forged proof' }).click()
      await soon(last).toMatch(/forged in .* accepted/)
      await soon(() => play.locator('.lied').count()).toBe(1)
      const development = await play.getByTestId('key').textContent()
      await play.getByRole('button', { name: "Put the ceremony's key in force" }).click()
      await soon(last).toContain('in force')
      await play.getByRole('button', { name: 'with a forged proof' }).click()
      await soon(last).toMatch(/forged in .* refused: NotProven\(\)/)
      await soon(() => play.getByTestId('key').textContent()).not.toBe(development)
      await sound(page)
      await play.getByRole('button', { name: 'Begin anew' }).click()
      await soon(() => play.locator('.note').first().textContent()).toContain('which is the key')
      expect(await play.locator('.sent').count()).toBe(0)
    })

    test('the secret digit: a proof can be stopped, and nothing is sent', async () => {
      const page = await visit('secret', views['phone, light'])
      const play = await startPlayground(page, 'secret')
      const go = play.getByRole('button', { name: 'Seal, prove and submit' })
      await soon(() => go.isEnabled()).toBe(true)
      // Whoever stops it does so the moment it can be stopped: a fast machine proves before a test has looked twice.
      await play.evaluate((el) => {
        const stop = () =>
          [...el.querySelectorAll('button')].find((button) => button.textContent === 'Stop')?.click()
        new MutationObserver(stop).observe(el, { childList: true, subtree: true })
      })
      await go.click()
      await soon(() => play.getByRole('alert').textContent()).toContain('You stopped the proof')
      expect(await play.locator('.sent').count()).toBe(0)
      await sound(page)
    })

    test('without Workers the page says so', async () => {
      const page = await visit('tree', views.light, () => void Reflect.deleteProperty(globalThis, 'Worker'))
      await page.getByRole('button', { name: 'Start a chain in this tab' }).click()
      await soon(() => page.getByRole('alert').textContent()).toContain('This browser has no Web Workers')
    })

    test('offline the page says so, and a second click works when the net is back', async () => {
      const page = await visit('tree')
      await page.context().setOffline(true)
      await page.getByRole('button', { name: 'Start a chain in this tab' }).click()
      await soon(() => page.getByRole('alert').textContent()).toContain('You are offline')
      await page.context().setOffline(false)
      await page.getByRole('button', { name: 'Try again' }).click()
      await verdict(page.locator('[data-playground=tree]')).waitFor()
    })
  })
}
