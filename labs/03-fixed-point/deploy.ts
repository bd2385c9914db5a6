/**
 * Puts the contract on a chain and does not take its word for it: 50 test vectors are asked there, and every label
 * and score has to be that of the model file. Then it asks the lab's question.
 *
 * `npm run lab -- run labs/03-fixed-point/deploy.ts`, with RPC_URL and PRIVATE_KEY; without them it goes to the
 * devnode on this machine. How a program gets on chain was lab 1; here `@inkling/lab/deploy` does it.
 */
import { readFile } from 'node:fs/promises'
import {
  buildHere,
  type Chain,
  connectChain,
  type DeployedModel,
  deployedLines,
  deployModel,
  tellErrors,
} from '@inkling/lab/deploy'
import { type LayerModel, loadModel } from '@inkling/model'
import { getModel } from '@inkling/model/client'
import type { Hex } from 'viem'

/** How many test vectors the chain is asked about. */
const VECTORS = 50

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

/** The model file that the contract has to agree with. */
const theModel = async () => loadModel(await read('data/model.json')) as LayerModel

/** Stores `code`, activates it, and compares what the chain says about test vectors with the model file. */
export async function deploy(chain: Chain, code: Uint8Array): Promise<DeployedModel> {
  const { input } = JSON.parse(await read('data/model.vectors.json')) as { input: Hex[] }
  return deployModel(chain, code, await theModel(), input.slice(0, VECTORS))
}

// The grader imports this file; what follows happens when you run it.
if (import.meta.main)
  await tellErrors(async () => {
    const chain = await connectChain()
    const { code } = await buildHere(import.meta.url)
    const deployed = await deploy(chain, code)
    for (const line of deployedLines(deployed)) console.log(line)
    if (deployed.equal < deployed.asked) process.exitCode = 1
    else {
      // Nadia, in the units of the data: town, news, herself, both candidates, party, age, education, income.
      const answers = [190, 4, 3, 2, 6, 2, 40, 6, 16]
      const model = await theModel()
      const contract = getModel({ address: deployed.address, client: chain.publicClient, model })
      const { name, scores } = await contract.predict(answers, { scores: true })
      const share = (scores![0]! / 2 ** 15 + 0.5) * 100
      console.log(`Nadia     ${share.toFixed(1)} % for ${model.output.labels[1]}, so ${name}`)
    }
  })
