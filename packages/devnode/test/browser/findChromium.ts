import { findBrowser } from '../../../../scripts/toolchain/doctor/chromium.mjs'

/** Where a Chromium or Chrome is: the one that CHROMIUM names, else one in a usual place; undefined where there is none. */
export const findChromium = (): string | undefined => findBrowser(process.env, process.platform)

export const NO_CHROMIUM =
  'no Chromium or Chrome was found: install one (apt-get install chromium), or name it with CHROMIUM=/path/to/chrome'
