import { invalidParams } from '../errors.ts'
import { EMPTY_CODE_HASH, type State } from '../state/state.ts'
import { address, bytes, object, slot, uint, word } from './params.ts'

const FIELDS = ['balance', 'nonce', 'code', 'state', 'stateDiff']

/** Applies the state overrides of `eth_call`: balance, nonce, code, state, stateDiff. The caller isolates the state. */
export function applyOverrides(state: State, overrides: unknown): void {
  if (overrides === undefined || overrides === null) return
  for (const [key, value] of Object.entries(object(overrides, 'state overrides'))) {
    const account = address(key)
    const o = present(object(value, 'an override'))
    for (const name of Object.keys(o))
      if (!FIELDS.includes(name))
        throw invalidParams(`an override can't have ${name.slice(0, 40)}: take ${FIELDS.join(', ')}`)
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
      for (const [k, v] of Object.entries(object(slots, 'storage override')))
        state.setSlot(account, slot(k), word(v, 'storage value'))
  }
  state.forgetOriginals()
}

/** Without what is absent: clients send `null` for that too. */
const present = (o: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined && v !== null))
