/**
 * Puts a registry on a chain, uploads both versions of the digit model with your `upload.ts`, registers the first,
 * proposes the second, and looks at what a wallet would see: `npm run lab -- run labs/08-model-registry/deploy.ts`.
 *
 * With RPC_URL and PRIVATE_KEY; without them it goes to the devnode on this machine. With the address of a registry it
 * goes on with that one, and after an interruption it uploads only what is missing.
 */
import { readFile } from 'node:fs/promises'
import { buildHere, type Chain, connectChain, putOnChain, tellErrors } from '@inkling/lab/deploy'
import { type LayerModel, loadModel } from '@inkling/model'
import { type Address, isAddress, zeroHash } from 'viem'
import { findings } from './audit.ts'
import { dataContracts, netBytes, weightsHash } from './net-bytes.ts'
import { look, type Pin, registryAbi } from './registry.ts'
import { upload } from './upload.ts'

async function netFrom(file: string) {
  const text = await readFile(new URL(file, import.meta.url), 'utf8')
  const bytes = netBytes(loadModel(text) as LayerModel)
  const contracts = dataContracts(bytes)
  return { bytes, contracts, hash: weightsHash(bytes), parts: contracts.map(({ address }) => address) }
}

/** Sends one transaction to the registry; returns what the function gives. */
async function tell(chain: Chain, registry: Address, functionName: string, args: unknown[]) {
  const { walletClient, publicClient } = chain
  const { request, result } = await publicClient.simulateContract({
    address: registry,
    abi: registryAbi,
    functionName,
    args,
    account: walletClient.account!,
  })
  const hash = await walletClient.writeContract({ ...request, chain: walletClient.chain } as never)
  await publicClient.waitForTransactionReceipt({ hash })
  return result
}

// The grader never runs this file.
if (import.meta.main)
  await tellErrors(async () => {
    const chain = await connectChain()
    const given = process.argv.slice(2).find((word) => isAddress(word)) as Address | undefined
    const registry = given ?? (await putOnChain(chain, (await buildHere(import.meta.url)).code)).address
    console.log(`registry   ${registry}`)
    const [v1, v2] = [await netFrom('data/v1.json'), await netFrom('data/v2.json')]
    for (const [name, net] of Object.entries({ v1, v2 })) {
      const sent = await upload(chain, net.contracts)
      console.log(`${name}         ${net.bytes.length} bytes, ${net.parts.length} parts, ${sent} sent now`)
    }
    const id = (await tell(chain, registry, 'register', [v1.hash, zeroHash, v1.parts])) as bigint
    console.log(`model      ${id}, version 1 answers`)
    const version = await tell(chain, registry, 'propose', [id, v2.hash, zeroHash, v2.parts])
    console.log(`proposed   version ${version}`)
    const owner = chain.walletClient.account!.address
    const pin: Pin = { version: 1, parts: v1.parts, weightsHash: v1.hash, owner }
    for (const found of findings(pin, await look(chain, registry, id, 1))) console.log(`audit      ${found}`)
  })
