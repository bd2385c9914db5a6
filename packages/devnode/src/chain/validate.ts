import { RpcError } from '../errors.ts'
import type { State } from '../state/state.ts'
import type { DecodedTx } from './decodeTx.ts'
import { checkInitCode, intrinsicGas } from './intrinsic.ts'

const refuse = (message: string): never => {
  throw new RpcError(-32000, message)
}

/** Everything that makes a node refuse a transaction, in its words. `early`: it may wait for others of its sender. */
export function validateTx(state: State, tx: DecodedTx, baseFee: bigint, early = false): void {
  const account = state.account(tx.from)
  const nonce = account?.nonce ?? 0n
  const who = `address 0x${tx.from}`
  if (tx.nonce < nonce) refuse(`nonce too low: ${who}, tx: ${tx.nonce} state: ${nonce}`)
  if (tx.nonce > nonce && !early) refuse(`nonce too high: ${who}, tx: ${tx.nonce} state: ${nonce}`)
  if (tx.maxPriorityFeePerGas > tx.maxFeePerGas)
    refuse(`max priority fee per gas higher than max fee per gas: ${who}`)
  if (tx.maxFeePerGas < baseFee)
    refuse(
      `max fee per gas less than block base fee: ${who}, maxFeePerGas: ${tx.maxFeePerGas} baseFee: ${baseFee}`,
    )
  const need = tx.gasLimit * tx.maxFeePerGas + tx.value
  const have = account?.balance ?? 0n
  if (have < need) refuse(`insufficient funds for gas * price + value: ${who} have ${have} want ${need}`)
  const intrinsic = intrinsicGas({
    data: tx.data,
    isCreate: tx.to === undefined,
    accessList: tx.accessList,
    authorizations: tx.authorizations.length,
  })
  if (tx.gasLimit < intrinsic) refuse(`intrinsic gas too low: have ${tx.gasLimit}, want ${intrinsic}`)
  if (tx.to === undefined) checkInitCode(tx.data.length)
}
