import type { Operator } from '../readOperator.ts'

type Open = {
  name: string
  start: number
  /** Something inside can get out of it. */
  leaves: boolean
  /** A branch goes to its end (of a loop: to its start). */
  targeted: boolean
}

/** Byte offsets of loops that nothing leaves: no branch out of them, no return, no trap, no call, no way past their end. */
export function endlessLoops(ops: readonly Operator[]): number[] {
  const open: Open[] = [{ name: 'body', start: 0, leaves: true, targeted: false }]
  const endless: number[] = []
  const branch = (label: number) => {
    const target = open.length - 1 - label
    // It leaves every block inside of the one it goes to, and that one too, unless it is a loop.
    for (const [at, block] of open.entries())
      if (at > target || (at === target && block.name !== 'loop')) block.leaves = true
    const to = open[target]
    if (to) to.targeted = true
  }
  // Whether the place before the next operator can be reached from the operator before it.
  let reachable = true
  for (const op of ops) {
    const { name } = op.info
    if (name === 'block' || name === 'loop' || name === 'if')
      open.push({ name, start: op.start, leaves: false, targeted: false })
    else if (name === 'else') {
      const block = open.at(-1)
      // The first arm goes on behind the second.
      if (block && reachable) block.targeted = true
      reachable = true
    } else if (name === 'end') {
      const block = open.pop()
      if (block?.name === 'loop') {
        if (!block.leaves && !reachable) endless.push(block.start)
      } else if (block?.name === 'if' || block?.targeted) reachable = true
    } else if (name === 'br' || name === 'br_if') branch(op.index)
    else if (name === 'br_table') for (const label of op.labels) branch(label)
    else if (/^(return|unreachable|call|call_indirect)$/.test(name))
      for (const block of open) block.leaves = true
    if (/^(br|br_table|return|unreachable)$/.test(name)) reachable = false
  }
  return endless
}
