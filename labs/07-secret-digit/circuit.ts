/** The statement of this lab as a circuit, made with your gadgets, and the numbers of its development set-up. */
import { readFile } from 'node:fs/promises'
import { type LayerModel, loadModel } from '@inkling/model'
import { type Circuit, type ClassifierGadgets, classifierCircuit, type Trapdoor } from '@inkling/proof'

/** "The model of `data/model.json` gives this class on the secret image behind this commitment, for this request." */
export function digitCircuit(model: LayerModel, gadgets: ClassifierGadgets): Circuit {
  return classifierCircuit(model, gadgets)
}

export async function readModel(folder: URL): Promise<LayerModel> {
  return loadModel(await readFile(new URL('data/model.json', folder), 'utf8')) as LayerModel
}

/** The trapdoor of the development key, kept on purpose: whoever reads this file can forge. */
export async function readTrapdoor(folder: URL): Promise<Trapdoor> {
  return parseTrapdoor(await readFile(new URL('data/trapdoor.json', folder), 'utf8'))
}

export function parseTrapdoor(text: string): Trapdoor {
  const { tau, alpha, beta, gamma, delta } = JSON.parse(text) as Record<keyof Trapdoor, string>
  return {
    tau: BigInt(tau),
    alpha: BigInt(alpha),
    beta: BigInt(beta),
    gamma: BigInt(gamma),
    delta: BigInt(delta),
  }
}
