/** What a wallet looks at before it asks a registry again. This is a file you edit. */
// biome-ignore lint/correctness/noUnusedImports: the starter's stub throws it, lab:drop
import { Todo } from '@inkling/lab'
import { type Noted, type Seen, sameAddresses, says } from './registry.ts'

/** Everything that a user has to be told, in the words of `says`. Nothing means: ask on. */
export function findings(noted: Noted, seen: Seen): string[] {
  // #region task-8-6
  const found: string[] = []
  const gone = seen.history.filter(({ event }) => event === 'VersionDeprecated').map(({ version }) => version)
  if (!sameAddresses(seen.parts, noted.parts)) found.push(says.otherWeights)
  if (gone.includes(noted.version)) found.push(says.deprecated)
  for (const { event, version, activeFrom } of seen.history)
    if (event === 'VersionProposed' && activeFrom > seen.now && !gone.includes(version))
      found.push(says.upcoming(version, activeFrom))
  if (!sameAddresses([seen.owner], [noted.owner])) found.push(says.otherOwner(seen.owner))
  return found
  // #endregion task-8-6
  //|   // TODO(8.6): other parts than were noted; the noted version deprecated; each version that is still to come; another
  //|   // owner than was noted.
  //|   void [noted, seen, sameAddresses, says]
  //|   throw Todo('8.6')
}
