import { quantity } from '../bytes.ts'
import type { Chain } from '../chain/chain.ts'
import type { Executed } from '../chain/execute.ts'
import { ARBOS_ADDRESSES } from '../constants.ts'
import type { ArbitrumEvm } from '../evm/arbitrumEvm.ts'
import type { BlockInfo } from '../stylus/world.ts'
import { failureText, simulate } from './call.ts'
import type { CallObject } from './callObject.ts'
import { formatAccessList } from './format.ts'

/** Slots by account that were read or written; the accounts include those merely called. Hex, no prefix. */
export type Accessed = Map<string, Set<string>>

/** Runs something and notes what it accesses, Stylus programs included. Reverted frames count. */
export async function recordAccess(
  evm: ArbitrumEvm,
  run: () => Promise<Executed>,
): Promise<{ done: Executed; accessed: Accessed }> {
  const { journal } = evm
  journal.startReportingAccessList()
  const list = journal.accessList as Map<string, Set<string>>
  try {
    const done = await run()
    const accessed = [...list].map(([a, slots]) => [a, new Set([...slots].map(pad))] as const)
    return { done, accessed: new Map(accessed) }
  } finally {
    delete journal.accessList
  }
}

const pad = (slot: string): string => slot.padStart(64, '0')
const MAX_ROUNDS = 8

/** `eth_createAccessList`: runs the call with the list it found until the list no longer grows. */
export async function createAccessList(chain: Chain, call: CallObject, block: BlockInfo): Promise<unknown> {
  const { evm } = chain
  // warm anyway: they are worth listing only for their slots
  const free = new Set([call.from, call.to, ...evm.precompiles.keys(), ...arbosAddresses])
  let accessList = call.accessList
  for (let round = 0; ; round++) {
    const { done, accessed } = await recordAccess(evm, () =>
      simulate(chain, { ...call, accessList }, { block }),
    )
    if (call.to === undefined && done.created) free.add(done.created)
    const found = merge(accessList, accessed, free) // what is on the list is warm, and no longer noticed
    const error = done.result.exceptionError && failureText(done.result)
    if (error !== undefined || round === MAX_ROUNDS || size(found) === size(accessList))
      return {
        accessList: formatAccessList(found),
        gasUsed: quantity(done.gasUsed),
        ...(error === undefined ? {} : { error }),
      }
    accessList = found
  }
}

const arbosAddresses = Object.values(ARBOS_ADDRESSES).map((a) => a.slice(2))

const size = (list: CallObject['accessList']): number =>
  list.reduce((n, { storageKeys }) => n + 1 + storageKeys.length, 0)

function merge(
  given: CallObject['accessList'],
  accessed: Accessed,
  free: ReadonlySet<string | undefined>,
): CallObject['accessList'] {
  const out = new Map(given.map(({ address, storageKeys }) => [address, new Set(storageKeys)]))
  for (const [address, slots] of accessed) {
    if (slots.size === 0 && free.has(address)) continue
    out.set(address, new Set([...(out.get(address) ?? []), ...slots]))
  }
  return [...out].map(([address, keys]) => ({ address, storageKeys: [...keys] }))
}
