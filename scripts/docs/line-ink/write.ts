/**
 * Writes `docs/data/line-ink.json`: what each line of Rust in the lessons takes in a call.
 *
 *   npm run lab -- run scripts/docs/line-ink/write.ts
 *
 * `npm run docs:data` does it too. A lab is measured again when its sources have changed.
 */
import { join } from 'node:path'
import { makeOverlay } from '../../../packages/lab/src/build/overlay.ts'
import { loadManifest } from '../../../packages/lab/src/labs.ts'
import { workspace } from '../../../packages/lab/src/workspace.ts'
import { environment } from '../../bench/environment.ts'
import { writeAll } from '../outputs.ts'
import { lineInk } from './measure.ts'
import { lineInkOutput, storedLineInk } from './output.ts'
import { WANTED } from './wanted.ts'

const ws = workspace()
const labs = await Promise.all(
  WANTED.map(async ({ lab }) => {
    const manifest = await loadManifest(ws, join(ws.labs, lab))
    return { manifest, dir: makeOverlay(ws, manifest, 'solution') }
  }),
)
const figures = await lineInk(labs, storedLineInk(), (text) => console.error(text))
for (const file of writeAll([lineInkOutput(await environment(51), figures)])) console.log(`wrote ${file}`)
