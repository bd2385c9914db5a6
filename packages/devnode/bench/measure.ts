/** Milliseconds of one run: the median of `runs`, after `warm` that don't count. */
export async function medianMs(
  run: (i: number) => unknown,
  runs: number,
  warm = Math.ceil(runs / 5),
): Promise<number> {
  for (let i = 0; i < warm; i++) await run(i)
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await run(warm + i)
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[runs >> 1] as number
}
