/** The statement of this lab as a circuit, made with your gadgets, and the numbers of its development set-up. Runs in a page too. */
import type { LayerModel } from '@inkling/model'
import { type Circuit, type ClassifierGadgets, classifierCircuit, type Trapdoor } from '@inkling/proof'

/** "The model of `data/model.json` gives this class on the secret image behind this commitment, for this request." */
export function digitCircuit(model: LayerModel, gadgets: ClassifierGadgets): Circuit {
  return classifierCircuit(model, gadgets)
}

/** The text of `data/trapdoor.json`: everything that was kept of the development set-up. */
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
