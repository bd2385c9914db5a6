import type { Browser, BrowserContextOptions } from 'playwright-core'
import { openChromium } from '../../packages/devnode/test/browser/openChromium.ts'
import { findBrowser } from '../../scripts/toolchain/doctor/chromium.mjs'

/** Path of this machine's Chromium or Chrome. In CI it has to be there; elsewhere tests without it are skipped. */
export const browserPath = findBrowser(process.env, process.platform)
export const ci = Boolean(process.env.CI) && process.env.CI !== 'false'

/** @throws Error when there is none */
export function startBrowser(): Promise<Browser> {
  if (!browserPath) throw new Error('no Chromium or Chrome on this machine: apt-get install chromium')
  return openChromium(browserPath)
}

/** How a page is looked at. */
export const views: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  'phone, light': { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true },
  'phone, dark': { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true },
}
