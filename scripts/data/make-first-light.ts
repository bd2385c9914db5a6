/**
 * Writes the model of lab 0 as model file, vectors and Rust. Run it again: the same bytes.
 *
 *     node scripts/data/make-first-light.ts
 *
 * Then make the committed artefact anew: `npm run lab:author -- build 0`.
 */
import { writeFile } from 'node:fs/promises'
import { firstLightFiles } from './first-light.ts'

const lab = new URL('../../labs/00-first-light/', import.meta.url)
for (const [path, text] of Object.entries(await firstLightFiles())) {
  await writeFile(new URL(path, lab), text)
  console.log(`wrote labs/00-first-light/${path}`)
}
