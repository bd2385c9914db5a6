import { invalidParams } from '../errors.ts'
import { EMPTY_CODE_HASH, type State } from '../state/state.ts'
import { address, bytes, object, slot, uint } from './params.ts'

/** Applies the state overrides of `eth_call`: balance, nonce, code, state, stateDiff. The caller isolates the state. */
export function applyOverrides(state: State, overrides: unknown): void {
  if (overrides === undefined || overrides === null) return
  for (const [key, value] of Object.entries(object(overrides, 'state overrides'))) {
    const account = address(key)
    const o = object(value, 'an override')
    const now = state.account(account) ?? { nonce: 0n, balance: 0n, codeHash: EMPTY_CODE_HASH }
    state.setAccount(account, {
      ...now,
      balance: o.balance === undefined ? now.balance : uint(o.balance, 'balance'),
      nonce: o.nonce === undefined ? now.nonce : uint(o.nonce, 'nonce'),
    })
    if (o.code !== undefined) state.setCode(account, bytes(o.code, 'code'))
    if (o.state !== undefined && o.stateDiff !== undefined)
      throw invalidParams(`account ${key} has both 'state' and 'stateDiff'`)
    if (o.state !== undefined) state.clearStorage(account)
    const slots = o.state ?? o.stateDiff
    if (slots !== undefined)
      for (const [k, v] of Object.entries(object(slots, 'storage override'))) setSlot(state, account, k, v)
  }
  state.forgetOriginals()
}

function setSlot(state: State, account: string, key: string, value: unknown): void {
  const word = slot(value)
  state.setSlot(account, slot(key), /^0+$/.test(word) ? undefined : bytesOf(word))
}

const bytesOf = (hex: string): Uint8Array => bytes(`0x${hex}`, 'storage value')
