import { integer } from '@inkling/lab/terminal'
import { connectWallet } from '../chain/connect.ts'
import { dryRun } from '../chain/dry-run.ts'
import { type DataQuote, putData, quoteData } from '../chain/put-data.ts'
import { type OnChain, putOnChain, type Quote, quote } from '../chain/put-on-chain.ts'
import { PROGRAM } from '../command-table.ts'
import { givenKernel } from '../compile/given-kernel.ts'
import type { CommandContext } from '../context.ts'
import { EXIT, NotReadyError, UsageError } from '../errors.ts'
import { ether, fact } from '../output/table.ts'

/** `inkling deploy FILE`: prints the cost, asks, deploys the data contracts and the program, activates. */
export async function run(context: CommandContext): Promise<number> {
  const { args, cwd, env, out, err, style, progress } = context
  const name = args.words[0] as string
  const json = args.flags.has('json')
  const { model, code, data, withoutData } = await givenKernel(cwd, name, args, progress)
  const chain = await connectWallet(args.options.rpc, env)
  progress('asking what it costs')
  const stored = await quoteData(chain, data)
  const kernel = await quote(chain, code, await dryRun(code))
  const cost = { ...kernel, total: kernel.total + stored.gas * kernel.gasPrice }
  const account = chain.wallet.account.address
  const say = json ? err : out
  say(`${name} to chain ${chain.chainId} (${chain.name})`)
  for (const [label, value] of quoteFacts(account, code, cost, stored, withoutData))
    for (const line of fact(style, label, value)) say(line)
  if (cost.balance < cost.total)
    throw new NotReadyError(`the account holds ${ether(cost.balance)}, less than that`, {
      remedy: `send ether to ${account}, or set PRIVATE_KEY to another key`,
    })
  if (!args.flags.has('yes')) {
    if (!context.interactive)
      throw new UsageError('nothing was sent: there is no terminal to ask on', { remedy: 'add --yes' })
    if (!(await context.confirm('Deploy it?'))) {
      say('nothing was sent')
      return EXIT.negative
    }
  }
  const dataGas = await putData(chain, stored.missing, progress)
  const done = await putOnChain(chain, code, cost, progress)
  if (json)
    out(
      JSON.stringify(
        {
          ...report(name, chain.chainId, account, code, cost, done, model?.sha256),
          data:
            data.length > 0
              ? {
                  contracts: data.map(({ address }) => address),
                  deployed: stored.missing.length,
                  gas: Number(dataGas),
                }
              : null,
        },
        null,
        2,
      ),
    )
  else {
    out('')
    for (const [label, value] of doneFacts(done)) for (const line of fact(style, label, value)) out(line)
    out('')
    out(`next: ${PROGRAM} predict ${done.address}${model ? ` --model ${name} --raw` : ''} VALUE ...`)
  }
  return EXIT.ok
}

function quoteFacts(
  account: string,
  code: Uint8Array,
  cost: Quote,
  { missing, present, gas }: DataQuote,
  withoutData: string | undefined,
): [string, string][] {
  const { deployGas, activationGas, dataFee, gasPrice, total, alreadyActive } = cost
  return [
    ['account', account],
    ['code', `${integer(code.length)} bytes`],
    ...(missing.length + present > 0 ? [weights(missing.length, present, gas)] : []),
    ...(withoutData === undefined ? [] : [noWeights(withoutData)]),
    ['deployment', `${integer(deployGas)} gas (estimated by the chain)`],
    [
      'activation',
      alreadyActive
        ? 'nothing: the chain has activated this code before'
        : `${integer(activationGas)} gas and a data fee of ${ether(dataFee)}`,
    ],
    ['gas price', `${Number(gasPrice) / 1e9} gwei`],
    ['cost', ether(total)],
  ]
}

const weights = (missing: number, present: number, gas: bigint): [string, string] => [
  'weights',
  `${missing} data contract${missing === 1 ? '' : 's'} to deploy, ${integer(gas)} gas${present > 0 ? `; ${present} there already` : ''}`,
]

/** The program may have other uses for other contracts' code, so this is no error. */
const noWeights = (file: string): [string, string] => [
  'weights',
  `none given, and the program reads code of other contracts. If it is a kernel with data contracts, it answers nothing without them: there is no ${file}, and --data names another file`,
]

function doneFacts(done: OnChain): [string, string][] {
  return [
    ['address', done.address],
    ['deployed', `${integer(done.deployGas)} gas, transaction ${done.deployHash}`],
    [
      'activated',
      done.activationHash
        ? `${integer(done.activationGas)} gas, transaction ${done.activationHash}`
        : 'before, by someone who deployed the same code',
    ],
  ]
}

function report(
  file: string,
  chainId: number,
  account: string,
  code: Uint8Array,
  cost: Quote,
  done: OnChain,
  sha256: string | undefined,
) {
  return {
    schema: 'inkling-deploy/1',
    file,
    model: sha256 ?? null,
    chainId,
    account,
    address: done.address,
    codeBytes: code.length,
    deploy: { hash: done.deployHash, gas: Number(done.deployGas) },
    activation: done.activationHash
      ? { hash: done.activationHash, gas: Number(done.activationGas), dataFeeWei: String(done.dataFee) }
      : null,
    gasPriceWei: String(cost.gasPrice),
  }
}
