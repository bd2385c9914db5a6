import { CODE_LIMIT } from '@inkling/lab/chain'
import {
  canonicalise,
  type EntryCost,
  entryCost,
  inspect,
  type ModuleReport,
  StylusRuleError,
  stripCustomSections,
} from '@inkling/wasm'
import { compress } from '@inkling/wasm/brotli'

export interface Refusal {
  rule: string
  message: string
  remedy: string
}

/** A module by the rules of a production chain. */
export interface Judgement {
  /** Canonical, without custom sections: what would be deployed. */
  wasm: Uint8Array
  /** `EFF00000` and brotli. */
  code: Uint8Array
  /** Why it would not activate; undefined when it would. */
  refusal?: Refusal
  /** Sizes and prices, as far as the rules of a development chain let it through. */
  report?: ModuleReport
  entry?: { cached: EntryCost; uncached: EntryCost }
}

/**
 * Would it activate, and what does entering it cost? `names` come from the module as it was given.
 * @throws WasmFormatError for bytes that are no module.
 */
export function judge(given: Uint8Array, arbos: number): Judgement {
  const refused = ({ rule, message, remedy }: StylusRuleError): Refusal => ({ rule, message, remedy })
  let wasm = given
  let refusal: Refusal | undefined
  let report: ModuleReport | undefined
  try {
    wasm = stripCustomSections(canonicalise(given))
    report = inspect(wasm, { arbos, debug: false })
  } catch (error) {
    if (!(error instanceof StylusRuleError)) throw error
    refusal = refused(error)
    try {
      report = inspect(wasm, { arbos, debug: true })
    } catch (second) {
      if (!(second instanceof StylusRuleError)) throw second
    }
  }
  const code = compress(wasm)
  if (!refusal && code.length > CODE_LIMIT)
    refusal = {
      rule: 'code-size',
      message: `The code has ${code.length} bytes compressed; a contract may have ${CODE_LIMIT}`,
      remedy: 'Use fewer or narrower weights, prune the model, or put weights into a data contract.',
    }
  const entry = report && { cached: entryCost(report, { cached: true }), uncached: entryCost(report) }
  return { wasm, code, ...(refusal && { refusal }), ...(report && { report }), ...(entry && { entry }) }
}
