/** Memory of a process after many calls: `node --expose-gc memory.ts CALLS`. Prints JSON, bytes. */
import { BenchChain } from './chain.ts'
import { asCode, modules } from './programs.ts'

const calls = Number(process.argv[2])
const chain = await BenchChain.start()
const address = await chain.deployProgram(asCode((await modules()).trivial))
const usage = () => {
  globalThis.gc?.()
  const { heapUsed, rss, external, arrayBuffers } = process.memoryUsage()
  return { heapUsed, rss, external, arrayBuffers }
}
for (let i = 0; i < 100; i++) await chain.call(address)
const before = usage()
let peakRss = 0
for (let i = 0; i < calls; i++) {
  await chain.call(address)
  if (i % 100 === 0) peakRss = Math.max(peakRss, process.memoryUsage.rss())
}
console.log(JSON.stringify({ before, after: usage(), peakRss }))
