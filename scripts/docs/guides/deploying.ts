import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Address,
  createPublicClient,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  keccak256,
  type PublicClient,
  parseAbi,
  parseEther,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createDevnode, DEV_PRIVATE_KEY } from '../../../packages/devnode/src/index.ts'
import { CACHE_MANAGER } from '../../../packages/devnode/src/predeploys/cacheManager.ts'
import { stylusDevChain as chain, devnodeTransport } from '../../../packages/devnode/src/viem.ts'
import { deployInitCode } from '../../../packages/lab/src/chain.ts'
import { root } from '../../bootstrap/paths.mjs'
import { integer, table, type Writers } from '../blocks.ts'
import {
  ARB_WASM,
  ARB_WASM_CACHE,
  activate,
  arbWasmAbi,
  arbWasmCacheAbi,
  cacheManagerAbi,
} from './arb-wasm.ts'
import { type Bench, inferenceBench } from './inference-bench.ts'
import { NOON, openSession, READERS_URL, type Typed, transcript } from './session.ts'

const CONTRACT = join(root, 'labs', '00-first-light', 'prebuilt', 'first-light.code')
const SEPOLIA = 421_614
const DAY = 86_400
const HOUR = 3_600
/** A site of lab 0, as `classify(bytes)` takes it. */
const CLASSIFY = encodeFunctionData({
  abi: parseAbi(['function classify(bytes input) view returns (uint8)']),
  args: ['0x020202020201010200'],
})

export interface DeployingFigures {
  codeBytes: number
  gasPriceGwei: number
  deployGas: number
  activationGas: number
  /** Ether. */
  dataFee: number
  /** Activations of programs of the same size in one go, and how much dearer the next one is then, as a share. */
  busy: { activations: number; more: number; moreAnHourLater: number }
  entry: { cached: number; uncached: number }
  bid: { wei: number; gas: number /** Calls after which the gas is earned back. */; calls: number }
  expiryDays: number
  keepaliveDays: number
  keepalive: { tooSoonAfterDays: number; gas: number; dataFee: number }
  expired: { afterDays: number; reactivationGas: number; dataFee: number; cachedAfter: number }
}

/** Lives a year with one program on a devnode. */
export async function deployingGuide(): Promise<{ figures: DeployingFigures; writers: Writers }> {
  const figures = await aYear()
  const typed = await commands()
  return { figures, writers: writersOf(figures, typed, inferenceBench()) }
}

async function aYear(): Promise<DeployingFigures> {
  const transport = devnodeTransport(await createDevnode({ strict: true, clock: () => NOON }))
  const client = createPublicClient({ chain, transport, pollingInterval: 5, cacheTime: 0 }) as PublicClient
  const wallet = createWalletClient({ chain, transport, account: privateKeyToAccount(DEV_PRIVATE_KEY) })
  const test = createTestClient({ chain, transport, mode: 'hardhat' })
  const account = wallet.account
  const code = new Uint8Array(readFileSync(CONTRACT))
  const codehash = keccak256(toHex(code))
  const receiptOf = async (hash: Hex) => {
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`transaction ${hash} failed`)
    return receipt
  }
  const store = async (bytes: Uint8Array) =>
    receiptOf(await wallet.sendTransaction({ data: deployInitCode(bytes) }))
  const pass = async (seconds: number) => {
    await test.increaseTime({ seconds })
    await test.mine({ blocks: 1 })
  }
  const ask = (functionName: 'programTimeLeft' | 'programInitGas', program: Address) =>
    client.readContract({ address: ARB_WASM, abi: arbWasmAbi, functionName, args: [program] })
  const feeOf = async (program: Address) => {
    const { result } = await client.simulateContract({
      address: ARB_WASM,
      abi: arbWasmAbi,
      functionName: 'activateProgram',
      args: [program],
      value: parseEther('1'),
      account,
    })
    return result[1]
  }

  const stored = await store(code)
  const program = stored.contractAddress!
  const activation = await activate({ client, wallet }, program)

  // The same program under other code hashes: bytes behind the end of the compressed stream are not read.
  const activations = 10
  for (let i = 1; i <= activations; i++) {
    const { contractAddress } = await store(Uint8Array.from([...code, i]))
    await activate({ client, wallet }, contractAddress!)
  }
  const next = (await store(Uint8Array.from([...code, 0]))).contractAddress!
  const busyFee = await feeOf(next)
  await pass(HOUR)
  const laterFee = await feeOf(next)

  const [uncached, cached] = (await ask('programInitGas', program)) as readonly [bigint, bigint]
  const [manager] = await managers(client, wallet)
  const minBid = await client.readContract({
    address: manager!,
    abi: cacheManagerAbi,
    functionName: 'getMinBid',
    args: [program],
  })
  const bid = await receiptOf(
    await wallet.writeContract({
      address: manager!,
      abi: cacheManagerAbi,
      functionName: 'placeBid',
      args: [program],
      value: minBid,
    }),
  )
  const days = (functionName: 'expiryDays' | 'keepaliveDays') =>
    client.readContract({ address: ARB_WASM, abi: arbWasmAbi, functionName })
  const keepaliveDays = await days('keepaliveDays')
  const expiryDays = await days('expiryDays')
  const keepalive = {
    address: ARB_WASM,
    abi: arbWasmAbi,
    functionName: 'codehashKeepalive',
    args: [codehash],
    value: parseEther('1'),
    account,
  } as const
  const tooSoonAfterDays = keepaliveDays - 1
  await pass(tooSoonAfterDays * DAY)
  await refused('ProgramKeepaliveTooSoon', client.simulateContract(keepalive))
  await pass(2 * DAY)
  const before = await client.getBalance({ address: account.address })
  const kept = await receiptOf(await wallet.writeContract(keepalive))
  const paid = before - (await client.getBalance({ address: account.address }))
  const keepaliveFee = paid - kept.gasUsed * kept.effectiveGasPrice
  const left = (await ask('programTimeLeft', program)) as bigint
  if (left < BigInt((expiryDays - 1) * DAY)) throw new Error('the keepalive did not give a new year')

  await pass((expiryDays + 1) * DAY)
  await refused('ProgramExpired', client.call({ to: program, data: CLASSIFY, account }))
  const again = await activate({ client, wallet }, program)
  const isCached = await client.readContract({
    address: ARB_WASM_CACHE,
    abi: arbWasmCacheAbi,
    functionName: 'codehashIsCached',
    args: [codehash],
  })
  const gasPrice = await client.getGasPrice()
  return {
    codeBytes: code.length,
    gasPriceGwei: Number(gasPrice) / 1e9,
    deployGas: Number(stored.gasUsed),
    activationGas: activation.gas,
    dataFee: etherOf(activation.dataFee),
    busy: {
      activations,
      more: more(busyFee, activation.dataFee),
      moreAnHourLater: more(laterFee, activation.dataFee),
    },
    entry: { cached: Number(cached), uncached: Number(uncached) },
    bid: {
      wei: Number(minBid),
      gas: Number(bid.gasUsed),
      calls: Math.ceil(Number(bid.gasUsed) / Number(uncached - cached)),
    },
    expiryDays,
    keepaliveDays,
    keepalive: { tooSoonAfterDays, gas: Number(kept.gasUsed), dataFee: etherOf(keepaliveFee) },
    expired: {
      afterDays: expiryDays + 1,
      reactivationGas: again.gas,
      dataFee: etherOf(again.dataFee),
      cachedAfter: Number(isCached),
    },
  }
}

/** The chain's cache managers; on a fresh devnode the owner registers the one that stands there first. */
async function managers(
  client: PublicClient,
  wallet: ReturnType<typeof createWalletClient>,
): Promise<readonly Address[]> {
  const hash = await wallet.writeContract({
    address: '0x0000000000000000000000000000000000000070',
    abi: parseAbi(['function addWasmCacheManager(address manager)']),
    functionName: 'addWasmCacheManager',
    args: [CACHE_MANAGER.address as Address],
    account: wallet.account!,
    chain: wallet.chain,
  })
  await client.waitForTransactionReceipt({ hash })
  return client.readContract({
    address: ARB_WASM_CACHE,
    abi: arbWasmCacheAbi,
    functionName: 'allCacheManagers',
  })
}

/** @throws Error when the call goes through, or fails for another reason */
async function refused(reason: string, call: Promise<unknown>): Promise<void> {
  const outcome = await call.then(
    () => 'it went through',
    (error: unknown) => String((error as Error).message),
  )
  if (!outcome.includes(reason)) throw new Error(`${reason} was expected: ${outcome}`)
}

const etherOf = (wei: bigint) => Number(wei) / 1e18
const more = (fee: bigint, first: bigint) => Math.round((Number(fee) / Number(first) - 1) * 10_000) / 10_000

async function commands(): Promise<Record<'deploy' | 'refused', Typed>> {
  const command = 'inkling deploy first-light.code'
  const here = await openSession()
  const there = await openSession({ chainId: SEPOLIA })
  try {
    for (const { cwd } of [here, there]) copyFileSync(CONTRACT, join(cwd, 'first-light.code'))
    return {
      deploy: await here.type(`${command} --yes`),
      refused: await there.type(`${command} --rpc ${READERS_URL}`, { code: 3 }),
    }
  } finally {
    await here.close()
    await there.close()
  }
}

function writersOf(
  figures: DeployingFigures,
  typed: Record<'deploy' | 'refused', Typed>,
  bench: Bench,
): Writers {
  const shown = ['phishing-tree', 'tic-tac-toe-18-32-9', 'digits-8x8-64-32-10', 'digits-14x14-196-64-10']
  const price = figures.gasPriceGwei
  return {
    'deploying-deploy': () => transcript(typed.deploy),
    'deploying-refused': () => transcript(typed.refused),
    'deploying-fees': () =>
      table(
        [
          'program',
          'code, bytes',
          'deployment, gas',
          'activation, gas',
          'data fee, ether',
          `all of it at ${price} gwei`,
        ],
        shown.map((name) => {
          const model = bench.models.find((candidate) => candidate.name === name)
          if (!model) throw new Error(`docs/data/bench-inference.json has no model ${name}`)
          const fee = Number(model.dataFeeWei) / 1e18
          const all = ((model.deployGas + model.activationGas) * price) / 1e9 + fee
          return [
            `\`${name}\``,
            integer(model.brotliBytes),
            integer(model.deployGas),
            integer(model.activationGas),
            fee.toFixed(6),
            all.toFixed(6),
          ]
        }),
      ),
    'deploying-year': () => {
      const { keepalive, expired, bid, entry } = figures
      return table(
        ['day', 'what happens', 'gas', 'fee, ether'],
        [
          ['0', 'the code is stored', integer(figures.deployGas), ''],
          ['0', '`activateProgram`', integer(figures.activationGas), figures.dataFee.toFixed(6)],
          ['0', '`placeBid` at the cache manager', integer(bid.gas), 'the bid'],
          [
            '',
            `from then on a call enters for ${integer(entry.cached)} gas instead of ${integer(entry.uncached)}`,
            '',
            '',
          ],
          [
            String(keepalive.tooSoonAfterDays),
            '`codehashKeepalive` is refused: `ProgramKeepaliveTooSoon`',
            '',
            '',
          ],
          [
            String(figures.keepaliveDays + 1),
            '`codehashKeepalive`: another year',
            integer(keepalive.gas),
            keepalive.dataFee.toFixed(6),
          ],
          [
            String(figures.keepaliveDays + 1 + expired.afterDays),
            'nobody kept it alive: a call fails with `ProgramExpired`',
            'all it was given',
            '',
          ],
          [
            'the same',
            '`activateProgram` again, by anyone: it answers as before',
            integer(expired.reactivationGas),
            expired.dataFee.toFixed(6),
          ],
        ],
      )
    },
  }
}
