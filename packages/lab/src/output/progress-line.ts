import type { CargoProgress } from '../build/cargo.ts'
import type { Style } from './style.ts'

interface Sink {
  write(text: string): unknown
}

/**
 * Shows that cargo is at work: one live line on a terminal, else a line every few seconds. Goes to
 * stderr, so that `--json` stays clean. Of builds that run at the same time it shows that there are several.
 */
export function buildProgress(sink: Sink, style: Style, everyMs = 5_000) {
  let running = 0
  let began = 0
  let last = 0
  let live = false
  let state: CargoProgress = {}
  let timer: NodeJS.Timeout | undefined
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const text = () => {
    if (running > 1) return `building ${running} contracts (${seconds()} s)`
    const count = state.total === undefined ? '' : ` ${state.done} of ${state.total} crates`
    const crate = state.crate === undefined ? '' : `, ${state.crate}`
    return `building the contract${count}${crate} (${seconds()} s)`
  }
  const draw = (force = false) => {
    if (style.plain) {
      if (!force && Date.now() - last < everyMs) return
      last = Date.now()
      sink.write(`${text()}\n`)
      return
    }
    if (!force && Date.now() - last < 100) return
    last = Date.now()
    live = true
    sink.write(`\r\u001b[K${text().slice(0, style.width - 1)}`)
  }
  return {
    start() {
      if (running++ > 0) return
      began = Date.now()
      state = {}
      draw(true)
      timer = setInterval(() => draw(), 250)
      timer.unref()
    },
    update(next: CargoProgress) {
      state = { ...state, ...next }
      draw()
    },
    wait() {
      sink.write('waiting: another lab command is building in this clone\n')
    },
    /** Removes the live line; says how long it took when it was worth a line. */
    stop() {
      running = Math.max(0, running - 1)
      if (running > 0) return
      clearInterval(timer)
      if (live) sink.write('\r\u001b[K')
      live = false
      if (began !== 0 && Date.now() - began > 3_000) sink.write(`built the contract in ${seconds()} s\n`)
      began = 0
    },
  }
}
