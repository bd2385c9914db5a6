import type { Style } from '@inkling/lab/terminal'

interface Sink {
  write(text: string): unknown
}

/**
 * Says what is at work, on stderr so that `--json` stays clean: one live line on a terminal, elsewhere a line at
 * most every `everyMs`.
 */
export function progressLine(sink: Sink, style: Style, everyMs = 3_000) {
  let live = false
  let last = Number.NEGATIVE_INFINITY
  return {
    show(text: string) {
      const now = performance.now()
      if (style.plain) {
        if (now - last < everyMs) return
        sink.write(`${text}\n`)
      } else {
        if (now - last < 50) return
        live = true
        sink.write(`\r\u001b[K${text.slice(0, style.width - 1)}`)
      }
      last = now
    },
    /** Takes the live line away, before anything else is written. */
    clear() {
      if (live) sink.write('\r\u001b[K')
      live = false
    },
  }
}
