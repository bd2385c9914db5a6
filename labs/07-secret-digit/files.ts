/** The files that `setup.ts` and `prove.ts` begin with. */
import { readFile } from 'node:fs/promises'
import { type LayerModel, loadModel } from '@inkling/model'
import type { Trapdoor } from '@inkling/proof'
import { parseTrapdoor } from './circuit.ts'

export async function readModel(folder: URL): Promise<LayerModel> {
  return loadModel(await readFile(new URL('data/model.json', folder), 'utf8')) as LayerModel
}

/** The trapdoor of the development key, kept on purpose: whoever reads this file can forge. */
export async function readTrapdoor(folder: URL): Promise<Trapdoor> {
  return parseTrapdoor(await readFile(new URL('data/trapdoor.json', folder), 'utf8'))
}
