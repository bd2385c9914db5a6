/**
 * Puts the contract on a chain and does not take its word for it: 50 test vectors are asked there, and every label has
 * to be that of the model file. Then it says what one of these calls takes.
 *
 * `npm run lab -- run labs/06-gas-golf/deploy.ts`, with RPC_URL and PRIVATE_KEY; without them it goes to the devnode on
 * this machine. How a program gets on chain was lab 1; here `@inkling/lab/deploy` does it.
 */
import { readFile } from 'node:fs/promises'
import {
  buildHere,
  type Chain,
  connectChain,
  type DeployedModel,
  deployedLines,
  putOnChain,
} from '@inkling/lab/deploy'
import { loadModel, predict, unpackU8 } from '@inkling/model'
import { BaseError, type Hex, parseAbi } from 'viem'

/** How many test vectors the chain is asked about. */
const VECTORS = 50

const abi = parseAbi(['function classify(bytes input) view returns (uint8)'])
const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')
const theVectors = async () =>
  (JSON.parse(await read('data/model.vectors.json')) as { input: Hex[] }).input.slice(-VECTORS)

/** Stores `code`, activates it, and compares the labels that the chain gives with those of the model file. */
export async function deploy(chain: Chain, code: Uint8Array): Promise<DeployedModel> {
  const onChain = await putOnChain(chain, code)
  const model = loadModel(await read('data/model.json'))
  const result: DeployedModel = { ...onChain, asked: 0, equal: 0 }
  for (const image of await theVectors()) {
    const want = predict(model, unpackU8(image)).label
    const got = await labelOnChain(chain, onChain.address, image)
    result.asked++
    if (got === want) result.equal++
    else result.first ??= `${image}: the chain says ${got}, the model file ${want}`
  }
  return result
}

async function labelOnChain({ publicClient }: Chain, address: Hex, image: Hex): Promise<number | string> {
  try {
    return await publicClient.readContract({ address, abi, functionName: 'classify', args: [image] })
  } catch (error) {
    return error instanceof BaseError ? error.shortMessage : String(error)
  }
}

// The grader imports this file; what follows happens when you run it.
if (import.meta.main) {
  const chain = await connectChain()
  const { code } = await buildHere(import.meta.url)
  const deployed = await deploy(chain, code)
  for (const line of deployedLines(deployed)) console.log(line)
  if (deployed.equal < deployed.asked) process.exitCode = 1
  else {
    const [image] = await theVectors()
    const { address } = deployed
    const gas = await chain.publicClient.estimateContractGas({
      address,
      abi,
      functionName: 'classify',
      args: [image!],
    })
    console.log(`gas       about ${gas.toLocaleString('en-US')} for a whole transaction, not cached`)
  }
}
