import { hexToBytes } from '../bytes.ts'
import { type AccountRecord, EMPTY_CODE_HASH, type State } from '../state/state.ts'
import { CREATE2_FACTORY, PREDEPLOYS } from './index.ts'

/**
 * Puts into genesis what `npm run node:prepare` puts on a nitro node: the same code at the same addresses with the same
 * nonces (addresses of contracts that they create depend on them). Not the same: who paid for it. Here the dev account
 * has sent nothing, its nonce is 0. And the cache manager is there but not registered, because registering it changes
 * what `allCacheManagers()` costs, and the recorded scenarios know a chain without one; `node:prepare` registers it.
 */
export function putPredeploys(state: State): void {
  state.setAccount(CREATE2_FACTORY.deployer.slice(2), { nonce: 1n, balance: 0n, codeHash: EMPTY_CODE_HASH })
  // A contract starts with nonce 1 (EIP-161); every create adds one.
  put(state, CREATE2_FACTORY, 1n + BigInt(PREDEPLOYS.length))
  for (const predeploy of PREDEPLOYS) put(state, predeploy, 1n)
}

function put(state: State, contract: { address: string; runtimeCode: string }, nonce: bigint): void {
  const address = contract.address.slice(2)
  state.setCode(address, hexToBytes(contract.runtimeCode))
  state.setAccount(address, { ...(state.account(address) as AccountRecord), nonce })
}
