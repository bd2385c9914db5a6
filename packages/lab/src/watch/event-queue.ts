/** A queue that one reader waits on. */
export interface EventQueue<T> {
  push(event: T): void
  next(): Promise<T>
  /** Throws away what is waiting and is not kept. */
  drop(keep: (event: T) => boolean): void
}

export function eventQueue<T>(): EventQueue<T> {
  let waiting: T[] = []
  let reader: ((event: T) => void) | undefined
  return {
    push(event) {
      if (reader === undefined) waiting.push(event)
      else {
        const give = reader
        reader = undefined
        give(event)
      }
    },
    next() {
      const first = waiting.shift()
      if (first !== undefined) return Promise.resolve(first)
      return new Promise((resolve) => {
        reader = resolve
      })
    },
    drop(keep) {
      waiting = waiting.filter(keep)
    },
  }
}
