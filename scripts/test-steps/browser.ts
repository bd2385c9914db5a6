import { browserPackages, testBrowser } from '../toolchain/browser.mjs'
import { aptCommand } from '../toolchain/debian.mjs'
import { missingTool } from './missing-tool.ts'
import type { Step } from './types.ts'

/** Before the tests that open pages: they need a browser, and a new machine has none. */
export const browserStep: Step = {
  name: 'browser',
  title: 'a browser for the tests of pages',
  async run({ detail, ci }) {
    const browser = await testBrowser(detail)
    if ('path' in browser) return { passed: 1, failed: 0 }
    return missingTool('Chromium', `${browser.missing} (Debian: ${aptCommand(browserPackages)})`, ci)
  },
}
