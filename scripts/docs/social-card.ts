/**
 * Draws `docs/public/social.png`, which other sites show for a link: the mark, what this is, and the home page's digit
 * with what the contract says of it. Run by hand after a change:
 *
 *     node scripts/docs/social-card.ts
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findSample } from '../../docs/.vitepress/theme/home/find-sample.ts'
import { root } from '../bootstrap/paths.mjs'
import { findBrowser } from '../toolchain/doctor/chromium.mjs'

const [width, height] = [1200, 630]
const ink = '#a8420d'
const muted = '#5a5f7a'
const docs = (file: string) => join(root, 'docs', file)
const font = (file: string) =>
  `url(data:font/woff2;base64,${readFileSync(docs(`.vitepress/theme/fonts/${file}`)).toString('base64')})`
const mark = readFileSync(docs('public/logo.svg'), 'utf8').replace(
  '<svg ',
  '<svg x="64" y="60" width="84" height="84" ',
)
const { figures } = JSON.parse(readFileSync(docs('data/report.json'), 'utf8')) as {
  figures: { models: { digits: { kernelGas: number } } }
}
const { labs } = JSON.parse(readFileSync(docs('data/labs.json'), 'utf8')) as { labs: unknown[] }
const digit = findSample()

const card = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <style>
    @font-face { font-family: serif4; font-weight: 600; src: ${font('serif-600.woff2')} }
    @font-face { font-family: serif4; font-weight: 400; src: ${font('serif-400.woff2')} }
    text { font-family: serif4; fill: #1b1f3b }
  </style>
  <rect width="${width}" height="${height}" fill="#fbfaf6"/>
  ${mark}
  <text x="160" y="121" font-size="54" font-weight="600">Inkling</text>
  <g font-size="64" font-weight="600">
    <text x="64" y="258">Trained models</text>
    <text x="64" y="332">inside Arbitrum</text>
    <text x="64" y="406">contracts, priced</text>
    <text x="64" y="480">to the last <tspan fill="${ink}">ink</tspan></text>
  </g>
  <text x="64" y="566" font-size="32" style="fill: ${muted}">A course of ${labs.length} labs for Stylus</text>
  ${pixels(660, 60, 300)}
  ${bars(990, 60, 300)}
  <text x="660" y="452" font-size="60" font-weight="600">It reads <tspan fill="${ink}">${digit.label}</tspan></text>
  <text x="660" y="522" font-size="40">for <tspan font-weight="600" fill="${ink}">${figures.models.digits.kernelGas} gas</tspan> of arithmetic,</text>
  <text x="660" y="570" font-size="40">in a Stylus contract</text>
</svg>`

/** The digit as the net sees it, in a frame. */
function pixels(x: number, y: number, size: number): string {
  const side = size / digit.side
  const inked = digit.pixels.map((value, i) => {
    const [left, top] = [x + (i % digit.side) * side, y + Math.floor(i / digit.side) * side]
    return value > 0
      ? `<rect x="${left}" y="${top}" width="${side + 0.3}" height="${side + 0.3}" fill="#1b1f3b" opacity="${value}"/>`
      : ''
  })
  return `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="10" fill="#fffefb" stroke="#e0ddd0" stroke-width="2"/>${inked.join('')}`
}

/** Its ten scores, the highest in the color of what is live. */
function bars(x: number, y: number, size: number): string {
  const [least, most] = [Math.min(...digit.scores), Math.max(...digit.scores)]
  const step = size / digit.scores.length
  return digit.scores
    .map((score, label) => {
      const top = y + label * step
      const best = score === most
      const long = Math.max(4, ((score - least) / (most - least)) * 118)
      return `<text x="${x + 14}" y="${top + 22}" font-size="22" text-anchor="end" font-weight="${best ? 600 : 400}">${label}</text>
        <rect x="${x + 24}" y="${top + 5}" width="${long}" height="20" rx="3" fill="${best ? ink : '#8a8ea9'}"/>`
    })
    .join('')
}

const executablePath = findBrowser(process.env, process.platform)
if (!executablePath) throw new Error('no Chromium or Chrome on this machine: apt-get install chromium')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' })
await page.setContent(`<body style="margin:0">${card}</body>`)
await page.evaluate(() => document.fonts.ready)
await page.screenshot({ path: docs('public/social.png') })
await browser.close()
console.log('wrote docs/public/social.png')
