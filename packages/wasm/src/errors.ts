/** The bytes are not a WebAssembly module, or not a valid one by the standard. `offset` is the byte where reading stopped. */
export class WasmFormatError extends Error {
  override name = 'WasmFormatError'
  readonly offset: number

  constructor(message: string, offset: number) {
    super(`${message} (at byte ${offset})`)
    this.offset = offset
  }
}

/** Where in a module a rule is broken. All fields are optional: some rules concern the module as a whole. */
export type RuleSite = { functionIndex?: number; functionName?: string; offset?: number }

/**
 * The module is WebAssembly, but activation on a Stylus chain would refuse it.
 * `rule` is a stable short name for programs, `message` says what is wrong, `remedy` what to do about it in Rust.
 */
export class StylusRuleError extends Error {
  override name = 'StylusRuleError'
  readonly rule: string
  readonly remedy: string
  readonly functionIndex: number | undefined
  readonly offset: number | undefined

  constructor(rule: string, message: string, remedy: string, site: RuleSite = {}) {
    const where = [
      site.functionIndex === undefined ? '' : `function ${site.functionName ?? site.functionIndex}`,
      site.offset === undefined ? '' : `byte ${site.offset}`,
    ].filter(Boolean)
    super(where.length > 0 ? `${message} (${where.join(', ')})` : message)
    this.rule = rule
    this.remedy = remedy
    this.functionIndex = site.functionIndex
    this.offset = site.offset
  }
}
