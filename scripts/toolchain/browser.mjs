import { hasTerminal } from './ask.mjs'
import { mayInstallPackages } from './consent.mjs'
import { hasApt, installWithApt } from './debian.mjs'
import { findBrowser } from './doctor/chromium.mjs'
import { thisMachine } from './machine.mjs'

/** Chromium, and one family of fonts, without which a bare system draws no text. */
export const browserPackages = ['chromium', 'fonts-dejavu-core']

/**
 * A Chromium or Chrome for the tests of the pages. Installed from Debian's packages only where nobody has to be
 * asked: on CI, or where there is no terminal and the user is root.
 *
 * @param {(line: string) => void} say
 * @param {import('./types.mjs').Machine} [machine]
 * @returns {Promise<{ path: string } | { missing: string }>}
 */
export async function testBrowser(say, machine = thisMachine()) {
  const found = findBrowser(machine.env, machine.platform)
  if (found) return { path: found }
  const ci = Boolean(machine.env.CI) && machine.env.CI !== 'false' && machine.env.CI !== '0'
  if (!hasApt(machine) || (!ci && hasTerminal())) return { missing: 'no Chromium or Chrome was found' }
  const right = await mayInstallPackages(machine, { ask: null }, browserPackages)
  if ('refused' in right) return { missing: `no Chromium or Chrome was found, and ${right.refused}` }
  const failure = await installWithApt(machine, browserPackages, {
    ...right,
    onLine: say,
    offers: async () => true,
  })
  const path = failure ? undefined : findBrowser(machine.env, machine.platform)
  return path ? { path } : { missing: `Chromium could not be installed: ${failure ?? 'it is not in PATH'}` }
}
