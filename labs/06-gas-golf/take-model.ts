/**
 * Takes lab 5's small net into this lab: `npm run lab -- run labs/06-gas-golf/take-model.ts`. Reads
 * `labs/05-int8-mlp/data/model-8x8.json` - yours, when you trained and quantized one - and writes `data/` and
 * `contract/core/src/model.rs`. Nobody has to run it: the committed files come from the committed model.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { formatModel, formatVectors, type LayerModel, loadModel, makeVectors } from '@inkling/model'
import { loadDigits8 } from '@inkling/model/data'
import { accuracy } from '@inkling/model/evaluate'
import { sparseModel } from './sparse.ts'
import { modelToRust } from './to-rust.ts'

if (import.meta.main) {
  const here = (path: string) => new URL(path, import.meta.url)
  const source = here('../05-int8-mlp/data/model-8x8.json')
  const model = loadModel(await readFile(source, 'utf8')) as LayerModel
  const nets = { model, sparse: sparseModel(model) }
  await writeFile(here('contract/core/src/model.rs'), modelToRust(model))
  for (const [name, net] of Object.entries(nets)) {
    await writeFile(here(`data/${name}.json`), formatModel(net))
    await writeFile(
      here(`data/${name}.vectors.json`),
      formatVectors(makeVectors(net, { count: 500, seed: 6 })),
    )
    const share = (100 * accuracy(net, loadDigits8().test)).toFixed(2)
    console.log(`${net.name}  ${share} % of the held-out digits, sha256 ${net.sha256.slice(0, 16)}...`)
  }
}
