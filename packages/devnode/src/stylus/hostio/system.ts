import { concatBytes } from '../../bytes.ts'
import { A, H, readInk } from '../ink.ts'
import { openPages, pageGas, UNPAYABLE } from '../pages.ts'
import { HostFailure } from '../signals.ts'
import { type HostCall, u32 } from './types.ts'

/** Logs and memory. */
export const systemHostCalls: Record<string, HostCall> = {
  emit_log(f, pointer: number, length: number, topicCount: number) {
    f.buy(H + A)
    const [n, topics] = [length >>> 0, topicCount >>> 0]
    if (topics > 4 || n < 32 * topics) throw new HostFailure(`log of ${n} bytes with ${topics} topics`)
    f.buy(readInk(n))
    f.buyGas(375n * BigInt(1 + topics) + 8n * BigInt(n - 32 * topics))
    const bytes = f.read(pointer, n)
    if (f.world.isStatic) throw new HostFailure('log in a static call')
    const words = Array.from({ length: topics }, (_, i) => bytes.subarray(32 * i, 32 * i + 32))
    f.suspender.memo('log', f.ink, () => f.world.log(words, bytes.subarray(32 * topics)))
    if (f.traces) f.trace(concatBytes(u32(topics), bytes))
  },

  /** Pays for pages before `memory.grow`. The counters move even if the grow then fails. */
  pay_for_memory_grow(f, requested: number) {
    if (f.world.profile.cumulativePageLimit && requested >>> 0 > 0xffff) f.exhaust()
    const pages = requested & 0xffff
    if (f.traces) f.trace(u32(pages).subarray(2))
    if (pages === 0) return f.buy(H)
    const { gas, over } = f.suspender.memo(`grow ${pages}`, f.ink, () => {
      const gas = pageGas(pages, f.world.pages, f.world.params)
      openPages(pages, f.world.pages)
      return { gas, over: f.world.pages.open > f.world.params.pageLimit }
    })
    f.buyGas(over && f.world.profile.cumulativePageLimit ? UNPAYABLE : gas)
  },
}
