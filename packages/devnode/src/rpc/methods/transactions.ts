import { keccak_256 } from '@noble/hashes/sha3.js'
import { bigintToBytes, concatBytes, to0x } from '../../bytes.ts'
import { decodeTx } from '../../chain/decodeTx.ts'
import { signHash, signTx } from '../../chain/signTx.ts'
import { readCall } from '../callObject.ts'
import type { RpcContext, RpcMethods } from '../context.ts'
import { formatReceipt, formatSignedTx } from '../format.ts'
import { address, bytes, serverError } from '../params.ts'
import { typedDataHash } from '../typedData.ts'
import { fillTx } from '../wallet.ts'

async function sendRaw({ chain }: RpcContext, raw: unknown): Promise<string> {
  const tx = decodeTx(bytes(raw, 'the raw transaction'))
  await chain.submit(tx)
  return tx.hash
}

async function send({ chain, wallet }: RpcContext, call: unknown): Promise<string> {
  const read = readCall(call)
  const signed = wallet.signer(read.from)
  const tx = signed(await fillTx(chain, read))
  await chain.submit(tx)
  return `0x${tx.hash}`
}

/** 65 bytes: r, s, and 27 or 28. */
function sign({ wallet }: RpcContext, account: unknown, hash: Uint8Array): string {
  const { r, s, yParity } = signHash(hash, wallet.key(address(account)))
  return to0x(concatBytes(bigintToBytes(r), bigintToBytes(s), bigintToBytes(27n + yParity, 1)))
}

/** Digest of a personal message (EIP-191). */
function personal(message: Uint8Array): Uint8Array {
  const prefix = new TextEncoder().encode(`\x19Ethereum Signed Message:\n${message.length}`)
  return keccak_256(concatBytes(prefix, message))
}

/** Sending and signing. The funded accounts are unlocked: their keys are public. */
export const transactionMethods: RpcMethods = {
  eth_accounts: ({ wallet }) => wallet.accounts.map((a) => `0x${a}`),
  eth_sendRawTransaction: async (context, [raw]) => `0x${await sendRaw(context, raw)}`,
  /** The same, and waits for the receipt (EIP-7966). */
  eth_sendRawTransactionSync: async (context, [raw]) => {
    const tx = context.chain.txs.get(await sendRaw(context, raw))
    if (!tx) throw serverError('the transaction was added to the pool: automatic mining is off')
    return formatReceipt(tx)
  },
  eth_sendTransaction: (context, [call]) => send(context, call),
  /** viem's name for sending from an impersonated account. */
  eth_sendUnsignedTransaction: (context, [call]) => send(context, call),
  eth_signTransaction: async ({ chain, wallet }, [call]) => {
    const read = readCall(call)
    const key = wallet.key(read.from)
    const tx = signTx(await fillTx(chain, read), key)
    return { raw: to0x(tx.raw), tx: formatSignedTx(tx, tx.maxFeePerGas) }
  },
  eth_sign: (context, [account, message]) => sign(context, account, personal(bytes(message, 'the message'))),
  personal_sign: (context, [message, account]) =>
    sign(context, account, personal(bytes(message, 'the message'))),
  eth_signTypedData_v4: (context, [account, data]) => sign(context, account, typedDataHash(data)),
}
