import { LabError } from '@inkling/lab/chain'
import { ModelError } from '@inkling/model'
import { StylusRuleError, WasmFormatError } from '@inkling/wasm'
import { CliError, EXIT } from '../errors.ts'

/** An early end as it is printed. */
export interface KnownError {
  kind: string
  name: string
  message: string
  remedy?: string
  details?: string
  exitCode: number
  stack?: string
}

/** Puts errors of all our packages into one form; what none of them throws on purpose is a fault. */
export function knownError(error: unknown): KnownError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const optional = (error ?? {}) as { remedy?: unknown; details?: unknown }
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const base = {
    name,
    message: withoutRoot(message),
    remedy: text(optional.remedy),
    details: text(optional.details),
    stack: withoutRoot(stack ?? ''),
  }
  if (error instanceof CliError || error instanceof LabError)
    return { ...base, kind: error.kind, exitCode: error.exitCode }
  // Every model error is about a file or values that were given, unless it is about what a contract can hold.
  if (error instanceof ModelError) {
    const tooLarge = /TooLarge|DoesNotFit|Unsupported/.test(name)
    return tooLarge
      ? { ...base, kind: 'submission', exitCode: EXIT.submission }
      : { ...base, kind: 'input', exitCode: EXIT.usage }
  }
  if (error instanceof StylusRuleError) return { ...base, kind: 'submission', exitCode: EXIT.submission }
  if (error instanceof WasmFormatError) return { ...base, kind: 'input', exitCode: EXIT.usage }
  return { ...base, kind: 'fault', exitCode: EXIT.fault }
}

/** A report carries no path of this machine. */
function withoutRoot(text: string): string {
  const root = new URL('../../../..', import.meta.url)
  return text.replaceAll(root.href, '').replaceAll(decodeURI(root.pathname), '')
}
