/**
 * Puts the contract on a chain and does not take its word for it: 50 test vectors are asked there, and every label
 * and score has to be that of the model file. Then it sits down and lets the network begin a game.
 *
 * `npm run lab -- run labs/04-neural-network/deploy.ts`, with RPC_URL and PRIVATE_KEY; without them it goes to the
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
import { type LayerModel, loadModel, unpackU8 } from '@inkling/model'
import { type Address, type Hex, parseAbi } from 'viem'
import lab from './lab.ts'

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

/** Opens a game in which the network moves first, and returns the board after its move: 0 empty, 1 X, 2 O. */
export async function openGame({ publicClient, walletClient }: Chain, address: Address): Promise<number[]> {
  const contract = { address, abi: parseAbi(lab.contract!.abi) }
  const { account, chain } = walletClient
  const hash = await walletClient.writeContract({
    ...contract,
    functionName: 'newGame',
    args: [address, false],
    account: account!,
    chain,
  })
  await publicClient.waitForTransactionReceipt({ hash })
  return unpackU8((await publicClient.readContract({ ...contract, functionName: 'board' })) as Hex)
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
      const board = await openGame(chain, deployed.address)
      const rows = [0, 3, 6].map((at) => Array.from(board.slice(at, at + 3), (mark) => '.XO'[mark]).join(' '))
      console.log(
        `game      the network begins; you are O\n\n${rows.join('\n')}\n\nYour move: play(uint8) of ${deployed.address}`,
      )
    }
  })
