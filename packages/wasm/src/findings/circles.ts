import { directCalls, type Reach } from './reach.ts'

/** Functions that can call themselves, directly or by way of others; each circle once, its members in order. */
export function circles(reach: Reach): number[][] {
  // Tarjan's strongly connected components, without recursion of our own.
  const number = new Map<number, number>()
  const low = new Map<number, number>()
  const stack: number[] = []
  const found: number[][] = []
  for (const root of reach.reached) {
    if (root < reach.imported || number.has(root)) continue
    const work: { at: number; calls: number[]; next: number }[] = []
    const enter = (at: number) => {
      number.set(at, number.size)
      low.set(at, number.get(at)!)
      stack.push(at)
      work.push({ at, calls: directCalls(reach, at), next: 0 })
    }
    enter(root)
    while (work.length > 0) {
      const frame = work.at(-1)!
      const { at, calls } = frame
      const to = calls[frame.next++]
      if (to !== undefined) {
        if (!number.has(to)) enter(to)
        else if (stack.includes(to)) low.set(at, Math.min(low.get(at)!, number.get(to)!))
        continue
      }
      work.pop()
      const parent = work.at(-1)?.at
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(at)!))
      if (low.get(at) !== number.get(at)) continue
      const members = stack.splice(stack.indexOf(at))
      if (members.length > 1 || calls.includes(at)) found.push(members.sort((a, b) => a - b))
    }
  }
  return found
}
