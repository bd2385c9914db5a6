import { quantity, to0x } from '../../bytes.ts'
import { ARBOS_ADDRESSES } from '../../constants.ts'
import { createAccessList } from '../accessList.ts'
import { overrideBlock } from '../blockOverrides.ts'
import { callError, onBlock, simulate } from '../call.ts'
import { readCall } from '../callObject.ts'
import type { RpcMethods } from '../context.ts'
import { estimateGas } from '../estimate.ts'
import { nodeInterface } from '../nodeInterface.ts'
import { profileOf } from '../profile.ts'

const NODE_INTERFACE = ARBOS_ADDRESSES.NodeInterface.slice(2)

/** Calls and estimates. Calls look at the latest block, estimates at the one to come. */
export const executionMethods: RpcMethods = {
  eth_call: ({ chain }, [call, tag, overrides, blockOverrides]) => {
    const read = readCall(call)
    return onBlock(chain, tag, async (info) => {
      const block = overrideBlock(info, blockOverrides)
      if (read.to === NODE_INTERFACE) return to0x(await nodeInterface(chain, read, block))
      const { result } = await simulate(chain, read, { block, overrides })
      if (result.exceptionError) throw callError(result)
      return to0x(result.returnValue)
    })
  },
  eth_estimateGas: ({ chain }, [call, tag, overrides, blockOverrides]) => {
    const read = readCall(call)
    return onBlock(chain, tag ?? 'pending', async (info) => {
      const block = overrideBlock(info, blockOverrides)
      return quantity(await estimateGas(chain, read, { block, overrides }))
    })
  },
  eth_createAccessList: ({ chain }, [call, tag]) => {
    const read = readCall(call)
    return onBlock(chain, tag, (block) => createAccessList(chain, read, block))
  },
  /** Cost of a call by cause. Not a nitro method. */
  stylus_profile: ({ chain }, [call, tag, overrides]) => {
    const read = readCall(call)
    return onBlock(chain, tag, async (block) =>
      profileOf(await chain.evm.profiling(() => simulate(chain, read, { block, overrides })), read.data),
    )
  },
}
