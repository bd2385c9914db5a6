import type { State } from '../../state/state.ts'

/** Members of an ArbOS address set, in order. */
function members(state: State, set: string): readonly string[] {
  return (state.arbos.get(set) as readonly string[] | undefined) ?? []
}

export const chainOwners = (state: State) => members(state, 'chainOwners')
export const cacheManagers = (state: State) => members(state, 'cacheManagers')

export function addMember(state: State, set: 'chainOwners' | 'cacheManagers', address: string): void {
  const now = members(state, set)
  if (!now.includes(address)) state.set(state.arbos, set, [...now, address])
}

export function removeMember(state: State, set: 'chainOwners' | 'cacheManagers', address: string): void {
  const now = members(state, set)
  state.set(
    state.arbos,
    set,
    now.filter((m) => m !== address),
  )
}
