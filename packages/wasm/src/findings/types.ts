/** How urgent: money or answers can be lost, a person should decide, or good to know. */
export type Severity = 'serious' | 'look' | 'note'

export type FindingId =
  | 'anyone-writes'
  | 'lost-writes'
  | 'delegate-call'
  | 'fixed-buffer'
  | 'endless-loop'
  | 'not-payable'
  | 'origin'
  | 'block-values'
  | 'reentrancy'
  | 'foreign-code'
  | 'loop-by-length'
  | 'recursion'
  | 'large-data'
  | 'gas-dependent'
  | 'keeps-ether'
  | 'pages'
  | 'panics'

/** What a check says, whatever the module: one table for the tool, the tests and the page. */
export type FindingKind = {
  severity: Severity
  /** What is in the module. */
  what: string
  /** What that may lead to. */
  why: string
  /** What to do. */
  next: string
  /** When it says something though nothing is wrong, or nothing though something is. */
  limits: string
}

/** One thing that was found. */
export type Finding = Omit<FindingKind, 'limits'> & {
  id: FindingId
  /** Function where it is, imports counted; undefined where it concerns the module. */
  functionIndex: number | undefined
  /** Byte in the module. */
  offset: number | undefined
  /** Which functions, host calls or sizes. */
  detail: string
}
