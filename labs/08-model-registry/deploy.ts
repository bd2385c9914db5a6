/**
 * Puts a registry on a chain, uploads both versions of the digit model with your `upload.ts`, registers the first,
 * proposes the second, and looks at what a wallet would see: `npm run lab -- run labs/08-model-registry/deploy.ts`.
 *
 * With RPC_URL and PRIVATE_KEY; without them it goes to the devnode on this machine. With the address of a registry it
 * goes on with that one, and after an interruption it uploads only what is missing. `--stop-after 2` interrupts it: the
 * wallet signs two parts and no more.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { buildHere, type Chain, connectChain, putOnChain, tellErrors } from '@inkling/lab/deploy'
import { type LayerModel, loadModel } from '@inkling/model'
import { type Address, isAddress, zeroHash } from 'viem'
import { findings } from './audit.ts'
import { dataContracts, netBytes, weightsHash } from './net-bytes.ts'
import { look, type Noted, registryAbi } from './registry.ts'
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

/** An upload that was stopped on purpose. */
class Stopped extends Error {
  override name = 'Stopped'
}

/** The chain of a laptop that goes to sleep: its wallet signs so many parts of an upload, and then none. */
function sleepy(chain: Chain, stopAfter: number): Chain {
  const { walletClient } = chain
  let left = stopAfter
  const sendTransaction: typeof walletClient.sendTransaction = async (transaction) => {
    if (left-- > 0) return walletClient.sendTransaction(transaction)
    throw new Stopped(`after ${stopAfter} parts, as you asked`)
  }
  return { ...chain, walletClient: { ...walletClient, sendTransaction } as typeof walletClient }
}

// The grader never runs this file.
if (import.meta.main)
  await tellErrors(async () => {
    const chain = await connectChain()
    const options = { 'stop-after': { type: 'string', default: 'Infinity' } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const given = positionals.find((word) => isAddress(word))
    const registry = given ?? (await putOnChain(chain, (await buildHere(import.meta.url)).code)).address
    console.log(`registry   ${registry}`)
    const uploader = sleepy(chain, Number(values['stop-after']))
    const [v1, v2] = [await netFrom('data/v1.json'), await netFrom('data/v2.json')]
    for (const [name, net] of Object.entries({ v1, v2 })) {
      const sent = await upload(uploader, net.contracts).catch((error) => {
        if (error instanceof Stopped) return error
        throw error
      })
      if (sent instanceof Stopped) {
        console.log(`stopped    ${sent.message}`)
        console.log(`next: npm run lab -- run labs/08-model-registry/deploy.ts ${registry}`)
        return
      }
      console.log(`${name}         ${net.bytes.length} bytes, ${net.parts.length} parts, ${sent} sent now`)
    }
    const id = (await tell(chain, registry, 'register', [v1.hash, zeroHash, v1.parts])) as bigint
    console.log(`model      ${id}, version 1 answers`)
    const version = await tell(chain, registry, 'propose', [id, v2.hash, zeroHash, v2.parts])
    console.log(`proposed   version ${version}`)
    const owner = chain.walletClient.account!.address
    const noted: Noted = { version: 1, parts: v1.parts, weightsHash: v1.hash, owner }
    for (const found of findings(noted, await look(chain, registry, id, 1)))
      console.log(`audit      ${found}`)
  })
