import { concatBytes } from '../../bytes.ts'
import type { State } from '../../state/state.ts'
import { addressWord, type Method, READ, word, words } from './types.ts'

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

type Members = (state: State) => readonly string[]

/** `name(address) returns (bool)`: is it in the set? One read. */
export const isMember = (name: string, of: Members): Method => ({
  name,
  args: 1,
  kind: 'view',
  run: (c) => {
    c.burn(READ)
    return word(of(c.state).includes(c.address(0)) ? 1 : 0)
  },
})

/** `name() returns (address[])`: the whole set. A read for its size, and one a member. */
export const allMembers = (name: string, of: Members): Method => ({
  name,
  args: 0,
  kind: 'view',
  run: (c) => {
    const all = of(c.state)
    c.burn(READ * BigInt(1 + all.length))
    return concatBytes(words(32, all.length), ...all.map(addressWord))
  },
})
