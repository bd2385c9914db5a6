import { bytesToHex, quantity, to0x } from '../../bytes.ts'
import type { Executed } from '../../chain/execute.ts'
import { SEQUENCER } from '../../constants.ts'
import type { ArbitrumEvm } from '../../evm/arbitrumEvm.ts'
import { EMPTY_CODE_HASH, type State } from '../../state/state.ts'
import { recordAccess } from '../accessList.ts'
import { options } from '../params.ts'

interface AccountView {
  balance?: string
  nonce?: number
  code?: string
  storage?: Record<string, string>
}

/** geth's `prestateTracer`: accounts and slots that a run touches, as they were before it; `diffMode`: and after. */
export async function prestateTrace(
  evm: ArbitrumEvm,
  run: () => Promise<Executed>,
  parties: (string | undefined)[],
  config: unknown,
): Promise<unknown> {
  const c = options(config, 'tracerConfig')
  const { state } = evm
  const before = state.position
  const { done, accessed } = await recordAccess(evm, run)
  for (const a of [...parties, done.created, SEQUENCER.slice(2)])
    if (a !== undefined && !accessed.has(a)) accessed.set(a, new Set())
  const view = () => viewOf(state, accessed, c)
  const after = view()
  const pre = await state.at(before, view)
  if (c.diffMode !== true) return Object.fromEntries(pre)
  return difference(pre, after)
}

function viewOf(
  state: State,
  accessed: ReadonlyMap<string, ReadonlySet<string>>,
  config: Record<string, unknown>,
): Map<string, AccountView> {
  const out = new Map<string, AccountView>()
  for (const [address, slots] of accessed) {
    const account = state.account(address)
    const hasCode = account !== undefined && account.codeHash !== EMPTY_CODE_HASH
    const view: AccountView = { balance: quantity(account?.balance ?? 0n) }
    if (account && account.nonce > 0n) view.nonce = Number(account.nonce)
    if (hasCode && config.disableCode !== true) view.code = to0x(state.code(address))
    if (slots.size > 0 && config.disableStorage !== true) {
      const value = (key: string) => `0x${bytesToHex(state.slot(address, key) ?? new Uint8Array(32))}`
      view.storage = Object.fromEntries([...slots].sort().map((key) => [`0x${key}`, value(key)]))
    }
    out.set(`0x${address}`, view)
  }
  return out
}

/** Only what changed: `pre` has the old values of changed fields, `post` the new ones. */
function difference(pre: Map<string, AccountView>, post: Map<string, AccountView>): unknown {
  const out = { pre: {} as Record<string, AccountView>, post: {} as Record<string, AccountView> }
  for (const [address, was] of pre) {
    const is = post.get(address) ?? {}
    const now: AccountView = {}
    if (is.balance !== was.balance) now.balance = is.balance
    if (is.nonce !== was.nonce) now.nonce = is.nonce ?? 0
    if (is.code !== was.code) now.code = is.code ?? '0x'
    const changed = Object.keys(was.storage ?? {}).filter((k) => was.storage?.[k] !== is.storage?.[k])
    const nonZero = (from: AccountView) =>
      Object.fromEntries(
        changed.flatMap((k) => (/^0x0+$/.test(from.storage?.[k] ?? '0x0') ? [] : [[k, from.storage?.[k]]])),
      ) as Record<string, string>
    if (changed.length > 0) now.storage = nonZero(is)
    if (Object.keys(now).length === 0) continue
    const { storage: _, ...fields } = was
    const isNew = was.balance === '0x0' && was.nonce === undefined && was.code === undefined
    if (!isNew || changed.length > 0)
      out.pre[address] = changed.length > 0 ? { ...fields, storage: nonZero(was) } : fields
    out.post[address] = now
  }
  return out
}
