import { accountOf } from '../accounts.ts'
import type { Chain } from '../chain/chain.ts'
import type { DecodedTx } from '../chain/decodeTx.ts'
import { signTx, type UnsignedTx, unsignedTx } from '../chain/signTx.ts'
import { DEV_PRIVATE_KEY, TEST_PRIVATE_KEYS } from '../constants.ts'
import type { CallObject } from './callObject.ts'
import { estimateGas } from './estimate.ts'
import { serverError } from './params.ts'

/** The accounts that this devnode signs for: the funded ones, whose keys are public, and those being impersonated. */
export class Wallet {
  readonly #keys = new Map([DEV_PRIVATE_KEY, ...TEST_PRIVATE_KEYS].map((key) => [accountOf(key), key]))
  readonly #impersonated = new Set<string>()
  /** Anybody may be the sender (`anvil_autoImpersonateAccount`). */
  everybody = false

  get accounts(): string[] {
    return [...this.#keys.keys()]
  }

  impersonate(address: string): void {
    this.#impersonated.add(address)
  }
  stopImpersonating(address: string): void {
    this.#impersonated.delete(address)
  }

  reset(): void {
    this.#impersonated.clear()
    this.everybody = false
  }

  /** Private key of a funded account. Throws, in a node's words, where the key is not here. */
  key(address: string): string {
    const key = this.#keys.get(address)
    if (!key) throw serverError('unknown account')
    return key
  }

  /** Signs what `sender` sends, or passes it off as signed where it is impersonated. Throws where neither can be. */
  signer(sender: string): (tx: UnsignedTx) => DecodedTx {
    const key = this.#keys.get(sender)
    if (this.#impersonated.has(sender) || (!key && this.everybody)) return unsignedTx
    if (!key) throw serverError('unknown account')
    return (tx) => signTx(tx, key)
  }
}

/** Completes a transaction as a node does: the next nonce, an estimate of its gas, twice the base fee as cap. */
export async function fillTx(chain: Chain, call: CallObject): Promise<UnsignedTx> {
  const block = chain.nextBlockInfo()
  const next = chain.state.account(call.from)?.nonce ?? 0n
  const { gas, feeCap, tip, nonce, ...rest } = call
  const maxFeePerGas = feeCap > 0n ? feeCap : 2n * block.baseFee + tip
  return {
    ...rest,
    nonce: nonce ?? next + chain.pool.runOf(call.from, next),
    gasLimit: gas ?? (await estimateGas(chain, call, { block })),
    maxFeePerGas,
    maxPriorityFeePerGas: call.type < 2 ? maxFeePerGas : tip,
  }
}
