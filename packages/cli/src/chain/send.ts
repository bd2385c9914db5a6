import { BaseError, type Hex, type TransactionReceipt } from 'viem'
import { BuildError, NotReadyError } from '../errors.ts'
import type { Wallet } from './connect.ts'

/** Sends a transaction and waits for it. @throws BuildError, NotReadyError with the chain's reason. */
export async function sent(
  what: string,
  client: Wallet['client'],
  send: () => Promise<Hex>,
): Promise<TransactionReceipt> {
  try {
    const receipt = await client.waitForTransactionReceipt({ hash: await send() })
    if (receipt.status !== 'success')
      throw new BuildError(`${what} failed on the chain`, {
        remedy: `transaction ${receipt.transactionHash}`,
      })
    return receipt
  } catch (error) {
    throw error instanceof BuildError ? error : chainError(`${what} failed`, error)
  }
}

/** What a node answered, as an error of ours. */
export function chainError(what: string, error: unknown): BuildError | NotReadyError {
  const words =
    error instanceof BaseError ? error.details || error.shortMessage : (error as Error).message.split('\n')[0]
  const message = `${what}: ${words}`
  if (/insufficient funds|exceeds the balance/i.test(String((error as Error).message)))
    return new NotReadyError(message, {
      remedy: 'send ether to the account that PRIVATE_KEY stands for',
      cause: error,
    })
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    if (/^(HttpRequest|Timeout)Error$/.test(e.name))
      return new NotReadyError(message, { remedy: 'is the node still running?', cause: error })
  return new BuildError(message, { cause: error })
}
