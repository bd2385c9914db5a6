/**
 * Draws `docs/public/social.png`, which other sites show for a link, from the SVG below. Run by hand after a change:
 *
 *     node scripts/docs/social-card.ts
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from '../bootstrap/paths.mjs'
import { findBrowser } from '../toolchain/doctor/chromium.mjs'

const [width, height] = [1200, 630]
const theme = join(root, 'docs/.vitepress/theme')
const font = (file: string) =>
  `url(data:font/woff2;base64,${readFileSync(join(theme, 'fonts', file)).toString('base64')})`
const mark = readFileSync(join(root, 'docs/public/logo.svg'), 'utf8').replace(
  '<svg ',
  '<svg x="80" y="86" width="120" height="120" ',
)

const card = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <style>
    @font-face { font-family: serif4; font-weight: 600; src: ${font('serif-600.woff2')} }
    @font-face { font-family: serif4; font-weight: 400; src: ${font('serif-400.woff2')} }
    text { font-family: serif4; fill: #1b1f3b }
  </style>
  <rect width="${width}" height="${height}" fill="#fbfaf6"/>
  ${mark}
  <text x="222" y="172" font-size="76" font-weight="600">Inkling</text>
  <text x="80" y="330" font-size="58" font-weight="600">Models inside contracts,</text>
  <text x="80" y="404" font-size="58" font-weight="600">priced to the last <tspan fill="#a8420d">ink</tspan></text>
  <text x="80" y="486" font-size="32" style="fill: #5a5f7a">Labs for Arbitrum Stylus: you write the missing lines,</text>
  <text x="80" y="528" font-size="32" style="fill: #5a5f7a">the grader says what each part of an answer costs.</text>
  ${bar()}
</svg>`

/** Lab 0's transaction, as the first page shows it: at least 5 pixels a part. */
function bar(): string {
  const { figures } = JSON.parse(readFileSync(join(root, 'docs/data/lessons.json'), 'utf8'))
  const { base, calldata, entry, hostCalls, instructions } = figures.lab0.parts
  const ink = figures.chain.inkPerGas
  const parts: [number, string][] = [
    [base, '#5a5f7a'],
    [calldata, '#8a8ea9'],
    [entry / ink, '#a8420d'],
    [hostCalls / ink, '#7480d8'],
    [instructions / ink, '#2f3fb5'],
  ]
  const total = parts.reduce((sum, [gas]) => sum + gas, 0)
  let x = 80
  return parts
    .map(([gas, fill]) => {
      const long = Math.max(5, (gas / total) * 1_010)
      const rect = `<rect x="${x}" y="570" width="${long}" height="20" fill="${fill}"/>`
      x += long + 4
      return rect
    })
    .join('')
}

const executablePath = findBrowser(process.env, process.platform)
if (!executablePath) throw new Error('no Chromium or Chrome on this machine: apt-get install chromium')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' })
await page.setContent(`<body style="margin:0">${card}</body>`)
await page.evaluate(() => document.fonts.ready)
await page.screenshot({ path: join(root, 'docs/public/social.png') })
await browser.close()
console.log('wrote docs/public/social.png')
