import type { Hex } from 'viem'
import type { Check } from '../types.ts'
import { markedProgram } from './marked-program.ts'

const WHERE = 'deploy.ts'

/**
 * A check that a lab's own `deploy.ts` works: its `deploy(chain, code)` stores and activates a program that the chain
 * has not seen before, and finds that every test vector it asks there is answered as the model file says.
 *
 * @param task the last task of the lab: the whole contract has to be right
 */
export function deploysModel(task: string): Check {
  return {
    id: `${task}/deploy`,
    task,
    name: 'deploy.ts puts the contract on a chain and finds the model there',
    async run(ctx) {
      const { deploy } = await ctx.module(WHERE)
      const { wasm } = await ctx.code()
      const { compress } = await import('@inkling/wasm/brotli')
      const code = compress(markedProgram(wasm))
      const { publicClient, walletClient } = ctx
      const deployed = await deploy({ publicClient, walletClient }, code)
      const address = deployed?.address as Hex
      ctx.expectTrue(/^0x[0-9a-fA-F]{40}$/.test(String(address)), `deploy returned ${address} as address`, {
        where: WHERE,
      })
      ctx.expectTrue(
        (await publicClient.getCode({ address })) === `0x${Buffer.from(code).toString('hex')}`,
        'the code on chain is not the program that was given',
        { where: WHERE },
      )
      ctx.expectTrue(
        deployed.dataFee > 0n,
        `the activation cost ${deployed.dataFee} wei, more than 0 is expected`,
        {
          where: WHERE,
        },
      )
      const { equal, asked, first } = deployed
      ctx.expectTrue(asked > 0, 'no test vector was asked on chain', { where: WHERE })
      ctx.expectEqual(`${equal} of ${asked}`, `${asked} of ${asked}`, {
        input: `test vectors asked on chain${first === undefined ? '' : `; the first that differs is ${first}`}`,
      })
    },
  }
}
