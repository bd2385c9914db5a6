import { quantity, to0x } from '../../bytes.ts'
import { blockAt } from '../blockTag.ts'
import type { RpcMethods } from '../context.ts'
import { address, serverError, slot } from '../params.ts'

/** What accounts hold, at any block. */
export const stateMethods: RpcMethods = {
  eth_getBalance: ({ chain }, [a, tag]) => {
    const account = address(a)
    return chain.at(blockAt(chain, tag), () => quantity(chain.state.balance(account)))
  },
  eth_getCode: ({ chain }, [a, tag]) => {
    const account = address(a)
    return chain.at(blockAt(chain, tag), () => to0x(chain.state.code(account)))
  },
  eth_getStorageAt: ({ chain }, [a, s, tag]) => {
    const [account, key] = [address(a), slot(s)]
    return chain.at(blockAt(chain, tag), () => to0x(chain.state.slot(account, key) ?? new Uint8Array(32)))
  },
  eth_getTransactionCount: ({ chain }, [a, tag]) => {
    const account = address(a)
    return chain.at(blockAt(chain, tag), () => {
      const nonce = chain.state.account(account)?.nonce ?? 0n
      return quantity(tag === 'pending' ? nonce + chain.pool.runOf(account, nonce) : nonce)
    })
  },
  eth_getProof: () => {
    throw serverError('eth_getProof is not available: the devnode keeps no state trie')
  },
}
