import type { HostCall } from './types.ts'

const show =
  (kind: string, tee: boolean): HostCall =>
  (f, value: number | bigint) => {
    f.suspender.memo(`console ${kind}`, f.ink, () => f.world.console(`${value}`))
    return tee ? value : undefined
  }

/** Name in traces; the `tee_*` imports leave no entry. */
export function consoleTraceName(name: string): string | undefined {
  if (name.startsWith('tee_')) return undefined
  return name === 'log_txt' ? 'console_log_text' : 'console_log'
}

/** Debug imports of module `console`: dev chains only, free of charge beyond the `call` instruction. */
export const consoleHostCalls: Record<string, HostCall> = {
  log_txt(f, pointer: number, length: number) {
    const text = new TextDecoder().decode(f.read(pointer, length))
    f.suspender.memo('console txt', f.ink, () => f.world.console(text))
  },
  log_i32: show('i32', false),
  log_i64: show('i64', false),
  log_f32: show('f32', false),
  log_f64: show('f64', false),
  tee_i32: show('i32', true),
  tee_i64: show('i64', true),
  tee_f32: show('f32', true),
  tee_f64: show('f64', true),
}
