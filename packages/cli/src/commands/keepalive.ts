import { integer } from '@inkling/lab/terminal'
import type { Address, Hex } from 'viem'
import { addressOf } from '../chain/address.ts'
import { ARB_WASM, arbWasmAbi } from '../chain/arb-wasm.ts'
import { connect, connectWallet, type Wallet } from '../chain/connect.ts'
import { LIFE_WORDS, type ProgramLife, programLife, revertOf } from '../chain/program-life.ts'
import { chainError, sent } from '../chain/send.ts'
import type { CommandContext } from '../context.ts'
import { BuildError, EXIT, NotReadyError, UsageError } from '../errors.ts'
import { ether, fact } from '../output/table.ts'

/** Gas offered: a keepalive takes a tenth of it. What isn't used isn't paid. */
const GAS = 1_000_000n

/**
 * `inkling keepalive PROGRAM`: another year for an activated program. 0 when it was extended, could be (`--dry-run`), or
 * has longer than `--within` says; 1 when the chain would refuse: too soon, expired, never activated.
 */
export async function run(context: CommandContext): Promise<number> {
  const { args, env, out, style } = context
  const program = addressOf(args.words[0] as string, 'PROGRAM')
  const dry = args.flags.has('dry-run')
  const json = args.flags.has('json')
  const chain = dry ? await connect(args.options.rpc, env) : await connectWallet(args.options.rpc, env)
  const life = await programLife(chain, program)
  const within = args.numbers.within
  const enough = life.state === 'active' && within !== undefined && life.daysLeft > within
  const early = life.state === 'active' && (life.ageDays as number) < life.keepaliveDays
  const ready = life.state === 'active' && !early && !enough
  const fee = ready ? await feeOf(chain.client, life.codehash) : undefined
  const gasPrice = await chain.client.getGasPrice()
  const report = {
    schema: 'inkling-keepalive/1',
    chainId: chain.chainId,
    program,
    ...life,
    ageDays: life.ageDays ?? null,
    dataFeeWei: fee === undefined ? null : String(fee),
    gasPriceWei: String(gasPrice),
  }
  const say = json ? context.err : out
  for (const [label, value] of lifeFacts(program, life, fee))
    for (const line of fact(style, label, value)) say(line)
  const end = (action: string, code: number, words: string) => {
    if (json) out(JSON.stringify({ ...report, action }, null, 2))
    else out(words)
    return code
  }
  if (enough)
    return end('none', EXIT.ok, `nothing to do: it lives longer than the ${within} days you asked about`)
  if (life.state !== 'active') return end('refused', EXIT.negative, LIFE_WORDS[life.state])
  if (early)
    return end(
      'refused',
      EXIT.negative,
      `too soon: come back in ${life.keepaliveDays - (life.ageDays as number)} days`,
    )
  if (dry) return end('dry-run', EXIT.ok, 'nothing was sent')

  const wallet = chain as Wallet
  const value = ((fee as bigint) * 120n) / 100n
  const balance = await wallet.client.getBalance({ address: wallet.wallet.account.address })
  if (balance < value)
    throw new NotReadyError(`the account holds ${ether(balance)}, less than the fee and a fifth`, {
      remedy: `send ether to ${wallet.wallet.account.address}, or set PRIVATE_KEY to another key`,
    })
  if (!args.flags.has('yes')) {
    if (!context.interactive)
      throw new UsageError('nothing was sent: there is no terminal to ask on', { remedy: 'add --yes' })
    if (!(await context.confirm('Keep it alive?'))) return end('declined', EXIT.negative, 'nothing was sent')
  }
  const receipt = await sent('the keepalive', wallet.client, () =>
    wallet.wallet.writeContract({ ...keepalive(life.codehash), value, gas: GAS }),
  )
  const after = await programLife(chain, program)
  if (after.daysLeft <= life.daysLeft)
    throw new BuildError('the chain took the keepalive and extended nothing')
  const done = { hash: receipt.transactionHash, gas: Number(receipt.gasUsed), daysLeft: after.daysLeft }
  if (json) out(JSON.stringify({ ...report, action: 'extended', keepalive: done }, null, 2))
  else
    for (const [label, text] of [
      ['extended', `${integer(done.gas)} gas, transaction ${done.hash}`],
      ['days left', String(done.daysLeft)],
    ])
      for (const line of fact(style, label!, text!)) out(line)
  return EXIT.ok
}

const keepalive = (codehash: Hex) =>
  ({ address: ARB_WASM, abi: arbWasmAbi, functionName: 'codehashKeepalive', args: [codehash] }) as const

/** A keepalive that offers nothing is refused, with the fee in the refusal. */
async function feeOf(client: Wallet['client'], codehash: Hex): Promise<bigint> {
  try {
    await client.simulateContract({ ...keepalive(codehash), value: 0n })
    return 0n
  } catch (error) {
    const revert = revertOf(error)
    if (revert?.name === 'ProgramInsufficientValue') return revert.args[1] as bigint
    throw chainError('the fee could not be asked', error)
  }
}

function lifeFacts(program: Address, life: ProgramLife, fee: bigint | undefined): [string, string][] {
  const { codehash, state, daysLeft, ageDays, expiryDays, keepaliveDays } = life
  return [
    ['program', program],
    ['code hash', codehash],
    ...(state === 'active'
      ? ([
          ['days left', `${daysLeft} of ${expiryDays}`],
          ['age', `${ageDays} days; a keepalive is possible from ${keepaliveDays}`],
        ] as [string, string][])
      : []),
    ...(fee === undefined ? [] : [['data fee', ether(fee)] as [string, string]]),
  ]
}
