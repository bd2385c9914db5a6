/**
 * One question at a time, and always the newest: while an answer is on its way, of all questions that come only the
 * last one is asked. So a drawing is never behind its own picture by more than one answer.
 */
export function latest<In, Out>(
  work: (input: In) => Promise<Out>,
  done: (output: Out, input: In) => void,
  failed: (error: unknown) => void,
): (input: In) => void {
  let waiting: { input: In } | undefined
  let busy = false
  const run = async (): Promise<void> => {
    busy = true
    while (waiting) {
      const { input } = waiting
      waiting = undefined
      try {
        const output = await work(input)
        done(output, input)
      } catch (error) {
        failed(error)
      }
    }
    busy = false
  }
  return (input) => {
    waiting = { input }
    if (!busy) void run()
  }
}
