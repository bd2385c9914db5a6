/**
 * Your audit of the stable. This is a file you edit.
 *
 * Five of the promises in `promises.ts` do not hold. For each of them: calls after which it is broken. The grader makes
 * them on a fresh stable, and looks. Then it makes them on the mended one, where the promise has to hold.
 */
// biome-ignore lint/correctness/noUnusedImports: the starter's stubs throw it, lab:drop
import { Todo } from '@inkling/lab'
import { call, type Finding, times } from './promises.ts'

/** Alice has the minds 0 and 1, Bob has mind 2. `call('alice', 'train', 0, 5, 7)` is one call, `times(3, ...)` three. */
export function findings(): Finding[] {
  // #region task-9-5
  return [
    { promise: 'owner', calls: [call('alice', 'breed', 0, 2)] },
    { promise: 'copy', calls: times(2, call('alice', 'breed', 0, 1)) },
    { promise: 'weight', calls: [call('alice', 'train', 0, 1, 0xff)] },
    { promise: 'loop', calls: times(17, call('alice', 'enter', 0)) },
    { promise: 'draw', calls: [call('alice', 'enter', 0), call('bob', 'enter', 2)] },
  ]
  // #endregion task-9-5
  //|   // TODO(9.5): one line for each broken promise: { promise: '...', calls: [call(...), ...] }
  //|   void [call, times]
  //|   throw Todo('9.5')
}
