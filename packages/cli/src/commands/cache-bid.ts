import { integer } from '@inkling/lab/terminal'
import { type Address, parseEther } from 'viem'
import { addressOf } from '../chain/address.ts'
import { ARB_WASM, ARB_WASM_CACHE, arbWasmAbi, arbWasmCacheAbi, cacheManagerAbi } from '../chain/arb-wasm.ts'
import { type Connection, connect, connectWallet, type Wallet } from '../chain/connect.ts'
import { LIFE_WORDS, programLife } from '../chain/program-life.ts'
import { chainError, sent } from '../chain/send.ts'
import type { CommandContext } from '../context.ts'
import { BuildError, EXIT, NotReadyError, UsageError } from '../errors.ts'
import { ether, fact } from '../output/table.ts'

/**
 * `inkling cache-bid PROGRAM`: a place in the chain's cache. 0 when the bid was placed, could be (`--dry-run`), or the
 * program is there already; 1 when the bid is below the minimum or the program is not active. Then nothing is sent.
 */
export async function run(context: CommandContext): Promise<number> {
  const { args, env, out, style } = context
  const program = addressOf(args.words[0] as string, 'PROGRAM')
  const offered = args.options.bid === undefined ? undefined : etherOf(args.options.bid)
  const dry = args.flags.has('dry-run')
  const json = args.flags.has('json')
  const chain = dry ? await connect(args.options.rpc, env) : await connectWallet(args.options.rpc, env)
  const life = await programLife(chain, program)
  const base = { schema: 'inkling-cache-bid/1', chainId: chain.chainId, program, codehash: life.codehash }
  const end = (action: string, code: number, words: string, more: object = {}) => {
    if (json) out(JSON.stringify({ ...base, ...more, action }, null, 2))
    else out(words)
    return code
  }
  if (life.state !== 'active') return end('refused', EXIT.negative, LIFE_WORDS[life.state])
  if (await isCached(chain, life.codehash)) return end('none', EXIT.ok, 'it is in the cache already')

  const manager = await managerOf(chain, args.options.manager)
  const { minBid, uncached, cached } = await terms(chain, manager, program)
  const bid = offered ?? minBid
  const report = {
    manager,
    minBidWei: String(minBid),
    bidWei: String(bid),
    entryGas: { uncached, cached },
  }
  const say = json ? context.err : out
  for (const [label, value] of [
    ['program', program],
    ['manager', manager],
    ['least bid', ether(minBid)],
    ['your bid', ether(bid)],
    ['entry', `${integer(uncached)} gas now, ${integer(cached)} in the cache`],
    ['days left', String(life.daysLeft)],
  ])
    for (const line of fact(style, label!, value!)) say(line)
  if (bid < minBid)
    return end(
      'refused',
      EXIT.negative,
      `not enough: nothing was sent; the least is ${ether(minBid)} now`,
      report,
    )
  if (dry) return end('dry-run', EXIT.ok, 'nothing was sent', report)

  const { client, wallet } = chain as Wallet
  const account = wallet.account.address
  const balance = await client.getBalance({ address: account })
  if (balance < bid)
    throw new NotReadyError(`the account holds ${ether(balance)}, less than the bid`, {
      remedy: `send ether to ${account}, or set PRIVATE_KEY to another key`,
    })
  if (!args.flags.has('yes')) {
    if (!context.interactive)
      throw new UsageError('nothing was sent: there is no terminal to ask on', { remedy: 'add --yes' })
    if (!(await context.confirm('Place the bid?')))
      return end('declined', EXIT.negative, 'nothing was sent', report)
  }
  const receipt = await sent('the bid', client, () =>
    wallet.writeContract({
      address: manager,
      abi: cacheManagerAbi,
      functionName: 'placeBid',
      args: [program],
      value: bid,
    }),
  )
  if (!(await isCached(chain, life.codehash)))
    throw new BuildError('the manager took the bid, and the program is not in the cache', {
      remedy: `transaction ${receipt.transactionHash}`,
    })
  const gas = Number(receipt.gasUsed)
  const calls = Math.ceil(gas / (uncached - cached))
  const words = fact(
    style,
    'cached',
    `${integer(gas)} gas, earned back after ${integer(calls)} calls; transaction ${receipt.transactionHash}`,
  )
  return end('placed', EXIT.ok, words.join('\n'), {
    ...report,
    placed: { hash: receipt.transactionHash, gas, callsToEarnBack: calls },
  })
}

function etherOf(text: string): bigint {
  if (!/^\d{1,9}(\.\d{1,18})?$/.test(text))
    throw new UsageError(`--bid is an amount of ether, not '${text}'`, {
      remedy: 'for example: --bid 0.0001',
    })
  return parseEther(text)
}

async function isCached({ client }: Connection, codehash: `0x${string}`): Promise<boolean> {
  const call = { address: ARB_WASM_CACHE, abi: arbWasmCacheAbi, functionName: 'codehashIsCached' } as const
  try {
    return await client.readContract({ ...call, args: [codehash] })
  } catch (error) {
    throw chainError('the cache could not be asked', error)
  }
}

/** The one that was named, else the chain's newest. */
async function managerOf({ client, name }: Connection, given: string | undefined): Promise<Address> {
  const call = { address: ARB_WASM_CACHE, abi: arbWasmCacheAbi } as const
  try {
    if (given !== undefined) {
      const manager = addressOf(given, '--manager')
      const known = await client.readContract({ ...call, functionName: 'isCacheManager', args: [manager] })
      if (known) return manager
      throw new UsageError(`${manager} is no cache manager of ${name}`, {
        remedy: 'leave --manager out: the chain names its own. A contract that is none keeps the bid',
      })
    }
    const managers = await client.readContract({ ...call, functionName: 'allCacheManagers' })
    const newest = managers.at(-1)
    if (newest) return newest
  } catch (error) {
    throw error instanceof UsageError ? error : chainError('the cache managers could not be asked for', error)
  }
  throw new NotReadyError(`${name} has no cache manager`, {
    remedy: 'on a development node: npm run node:prepare',
  })
}

async function terms({ client }: Connection, manager: Address, program: Address) {
  try {
    const args = [program] as const
    const minBid = await client.readContract({
      address: manager,
      abi: cacheManagerAbi,
      functionName: 'getMinBid',
      args,
    })
    const [uncached, cached] = await client.readContract({
      address: ARB_WASM,
      abi: arbWasmAbi,
      functionName: 'programInitGas',
      args,
    })
    return { minBid, uncached: Number(uncached), cached: Number(cached) }
  } catch (error) {
    throw chainError('the least bid could not be asked for', error)
  }
}
