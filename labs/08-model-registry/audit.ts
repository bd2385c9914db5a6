/** What a wallet looks at before it asks a registry again. This is a file you edit. */
import { Todo } from '@inkling/lab'
import { type Noted, type Seen, sameAddresses, says } from './registry.ts'

/** Everything that a user has to be told, in the words of `says`. Nothing means: ask on. */
export function findings(noted: Noted, seen: Seen): string[] {
  // TODO(8.6): other parts than were noted; the noted version deprecated; each version that is still to come; another
  // owner than was noted.
  void [noted, seen, sameAddresses, says]
  throw Todo('8.6')
}
