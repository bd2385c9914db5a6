/** Task 8.1: uploading what is missing, over interruptions. */
import { type Check, type CheckContext, eachCase } from '@inkling/lab'
import type { Chain } from '@inkling/lab/deploy'
import { type DataContract, dataContract } from '@inkling/model/compile'
import { toHex } from 'viem'
import { put } from './scene.ts'

const WHERE = 'upload.ts'

export const uploads: Check = {
  id: '8.1/missing',
  task: '8.1',
  name: 'sends what is missing and nothing else, also after an interruption',
  async run(ctx) {
    const { upload } = await ctx.module(WHERE)
    const cases = [
      { count: 1, before: [] },
      { count: 5, before: [] },
      { count: 5, before: [0, 1] },
      { count: 5, before: [1, 3] },
      { count: 4, before: [0, 1, 2, 3] },
      { count: 6, before: [5], stopsAt: 3 },
      { count: 6, before: [], stopsAt: 0 },
    ]
    await eachCase(ctx, cases, async ({ count, before, stopsAt }, at) => {
      const contracts = drawn(ctx, count)
      await put(
        ctx,
        before.map((index) => contracts[index]!),
      )
      const input =
        `${count} parts, ${before.length === 0 ? 'none' : `parts ${before.join(', ')}`} there already` +
        (stopsAt === undefined ? '' : `; the wallet refuses transaction ${stopsAt}`)
      const opts = { ...at, input, where: WHERE }
      const sent: string[] = []
      if (stopsAt !== undefined) {
        const error = await failure(() => upload(watched(ctx, sent, stopsAt), contracts))
        ctx.expectEqual(error?.message, 'the user rejected the transaction', opts)
      }
      const result = await upload(watched(ctx, sent), contracts)
      const missing = contracts.filter((_, index) => !before.includes(index))
      ctx.expectEqual(
        sent.map((data) => contracts.findIndex(({ deploy }) => deploy.data === data)),
        missing.map((contract) => contracts.indexOf(contract)),
        { ...opts, unit: 'parts sent, in order' },
      )
      ctx.expectEqual(result, missing.length - (stopsAt ?? 0), { ...opts, unit: 'sent' })
      for (const { address, code } of contracts)
        ctx.expectEqual(await ctx.publicClient.getCode({ address }), toHex(code), opts)
    })
  },
}

export const readsBack: Check = {
  id: '8.1/reads-back',
  task: '8.1',
  name: 'does not believe a transaction that left nothing behind',
  async run(ctx) {
    const { upload } = await ctx.module(WHERE)
    await eachCase(ctx, [0, 1, 2], async (index, at) => {
      const contracts = drawn(ctx, 3)
      // A transaction that goes through, and nothing stands there: as when its gas was too little for the code.
      const lossy = contracts.map((contract, i) =>
        i === index ? { ...contract, deploy: { ...contract.deploy, data: '0x' as const } } : contract,
      )
      const sent: string[] = []
      const error = await failure(() => upload(watched(ctx, sent), lossy))
      const input = `three parts; the transaction of part ${index} leaves nothing behind`
      const opts = { ...at, input, where: WHERE }
      ctx.expectEqual(error?.name ?? 'no error', 'UploadError', opts)
      ctx.expectTrue(
        error!.message.startsWith(`part ${index} `),
        `${error!.message}: part ${index} is meant`,
        opts,
      )
      ctx.expectEqual(sent.length, index + 1, { ...opts, unit: 'transactions' })
    })
  },
}

function drawn(ctx: CheckContext, count: number): DataContract[] {
  return Array.from({ length: count }, () =>
    dataContract(Uint8Array.from({ length: 20 + Math.floor(40 * ctx.rng()) }, () => 256 * ctx.rng())),
  )
}

/** The graded chain, noting what is sent; its wallet refuses once, at a transaction of this number. */
function watched(ctx: CheckContext, sent: string[], stopsAt?: number): Chain {
  const { publicClient, walletClient } = ctx
  const sendTransaction: typeof walletClient.sendTransaction = async (transaction) => {
    if (sent.length === stopsAt) throw new Error('the user rejected the transaction')
    sent.push(String((transaction as { data?: string }).data))
    // A plain transfer does nothing.
    const nothing = sent.at(-1) === '0x'
    return walletClient.sendTransaction(
      (nothing ? { ...transaction, to: ctx.accounts[1] } : transaction) as typeof transaction,
    )
  }
  return { publicClient, walletClient: { ...walletClient, sendTransaction } as typeof walletClient }
}

async function failure(run: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await run()
  } catch (error) {
    return error as Error
  }
  return undefined
}
