/**
 * Puts the contract on a chain and does not take its word for it: 50 test vectors are asked there, and every label
 * and score has to be that of the model file. Then it lets the contract read 200 held-out digits.
 *
 * `npm run lab -- run labs/05-int8-mlp/deploy.ts`, with RPC_URL and PRIVATE_KEY; without them it goes to the
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
import type { Address, Hex } from 'viem'
import { NETS } from './nets.ts'

/** How many test vectors the chain is asked about. */
const VECTORS = 50

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

/** The model file that the contract has to agree with. */
const theModel = async () => loadModel(await read('data/model-14x14.json')) as LayerModel

/** Stores `code`, activates it, and compares what the chain says about test vectors with the model file. */
export async function deploy(chain: Chain, code: Uint8Array): Promise<DeployedModel> {
  const { input } = JSON.parse(await read('data/model-14x14.vectors.json')) as { input: Hex[] }
  return deployModel(chain, code, await theModel(), input.slice(0, VECTORS))
}

/** How many of the first held-out digits the contract reads as what they are. */
export async function readRight(chain: Chain, address: Address, count: number): Promise<number> {
  const { test } = NETS['14x14'].load()
  const contract = getModel({ address, client: chain.publicClient, model: await theModel() })
  let right = 0
  for (let r = 0; r < count; r++) {
    const image = test.x.subarray(r * test.length, (r + 1) * test.length)
    if ((await contract.predict(image)).label === test.y[r]) right++
  }
  return right
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
      console.log(`reads     ${await readRight(chain, deployed.address, 200)} of 200 held-out digits right`)
    }
  })
