/**
 * Puts the minds and their name service on a chain, mints two minds, breeds them and prints the family as a wallet reads it.
 *
 * `npm run lab -- run labs/09-mind-nft/deploy.ts`, with RPC_URL and PRIVATE_KEY; without them it goes to the devnode on
 * this machine. Only `KEEPER` in `contract/src/contract.rs` may name the name service: make that your own account before you
 * deploy anywhere else.
 */
import { readFile } from 'node:fs/promises'
import { buildHere, type Chain, connectChain, putOnChain, tellErrors } from '@inkling/lab/deploy'
import { type Address, type Hex, hexToBytes, keccak256, parseAbi, toHex } from 'viem'
import lab from './lab.ts'
import { type Card, readCard } from './wallet.ts'

const abi = parseAbi(lab.contract!.abi)

/** The ERC-721, with the name service in place. */
export async function deploy(chain: Chain, code: Uint8Array): Promise<Address> {
  const names = await readFile(new URL('data/name-service.hex', import.meta.url), 'utf8')
  const service = await putOnChain(chain, hexToBytes(names.trim() as Hex))
  const { address } = await putOnChain(chain, code)
  await send(chain, address, 'useNames', [service.address])
  return address
}

/** Mints two minds, and their child. The cards of all three. */
export async function family(chain: Chain, address: Address): Promise<Card[]> {
  for (const seed of [toHex('mother'), toHex('father')]) await send(chain, address, 'mint', [keccak256(seed)])
  await send(chain, address, 'breed', [0n, 1n])
  const cards: Card[] = []
  for (const id of [0n, 1n, 2n]) {
    const uri = await chain.publicClient.readContract({ address, abi, functionName: 'tokenURI', args: [id] })
    cards.push(readCard(uri as string))
  }
  return cards
}

async function send(
  { publicClient, walletClient }: Chain,
  address: Address,
  functionName: string,
  args: unknown[],
): Promise<void> {
  const { account, chain } = walletClient
  const hash = await walletClient.writeContract({
    address,
    abi,
    functionName,
    args,
    account: account!,
    chain,
  } as never)
  const { status } = await publicClient.waitForTransactionReceipt({ hash })
  if (status !== 'success') throw new Error(`${functionName} was reverted`)
}

// The grader imports this file; what follows happens when you run it.
if (import.meta.main)
  await tellErrors(async () => {
    const chain = await connectChain()
    const { code } = await buildHere(import.meta.url)
    const address = await deploy(chain, code)
    console.log(`minds     ${address}`)
    for (const [id, { name, traits }] of (await family(chain, address)).entries())
      console.log(`mind ${id}    ${name.padEnd(12)} ${JSON.stringify(traits)}`)
  })
