import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from '../find-program.mjs'
import { run } from '../run.mjs'

/**
 * @typedef {import('../types.mjs').Finding} Finding
 * @typedef {import('../types.mjs').Machine} Machine
 */

/** @param {Machine} machine @returns {Promise<Finding>} */
export async function chromiumFinding({ env, platform }) {
  const name = 'chromium'
  const browser = findBrowser(env, platform)
  if (browser) {
    // On a Mac and on Windows asking for the version would open a window.
    const said = platform === 'linux' ? await run(browser, ['--version'], { env }) : undefined
    return {
      name,
      status: 'ok',
      version: /(\d+\.\d+\.\d+(\.\d+)?)/.exec(said?.out ?? '')?.[1],
      detail: browser,
    }
  }
  return {
    name,
    status: 'warn',
    detail: 'not found; only tests of the pages use it, the labs do not',
    remedy: 'Install Chrome or Chromium (Debian: apt-get install chromium).',
  }
}

/** Chromium or Chrome as an absolute path: the one that CHROMIUM names, else one in a usual place. @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform */
export function findBrowser(env, platform) {
  if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : undefined
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const inPath = names.map((name) => findProgram(name, env)).find(Boolean)
  if (inPath) return inPath
  const fixed =
    platform === 'darwin'
      ? [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
        ]
      : platform === 'win32'
        ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].map((dir) =>
            join(dir ?? '', 'Google/Chrome/Application/chrome.exe'),
          )
        : []
  return fixed.find((file) => existsSync(file))
}
