/**
 * What an attacker can do to the committed models, measured: `docs/data/attacks.json` and a picture. Seeds are fixed and no clock is
 * read, so the same clone gives the same file on every machine.
 *
 *   npm run bench:attacks                 about a minute; writes
 *   npm run bench:attacks -- --check      writes nothing; exit 1 naming what is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { digitFigures } from './bench/attacks/digits.ts'
import { drawPair } from './bench/attacks/draw.ts'
import { extractLinear, extractTree, hiddenTrigger } from './bench/attacks/extract.ts'
import { root } from './bootstrap/paths.mjs'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const digits = digitFigures()
const figures = {
  digits: { ...digits, bound: Object.fromEntries(digits.bounds.map((one) => [String(one.bound), one])) },
  linear: extractLinear(),
  tree: extractTree(),
  trigger: hiddenTrigger(),
}
const { before, after } = digits.example
const outputs: [string, string][] = [
  ['docs/data/attacks.json', `${JSON.stringify({ figures }, null, 2)}\n`],
  ['docs/public/turned-digit.svg', drawPair(before, after)],
]
const stale = outputs.filter(([file, text]) => {
  const path = join(root, file)
  return !existsSync(path) || readFileSync(path, 'utf8') !== text
})
if (!values.check) for (const [file, text] of stale) writeFileSync(join(root, file), text)
for (const [file] of stale) console.log(values.check ? `${file} is stale` : `wrote ${file}`)
process.exitCode = values.check && stale.length > 0 ? 1 : 0
