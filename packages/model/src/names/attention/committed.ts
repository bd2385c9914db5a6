import file from '../../../models/names-attention.net.json' with { type: 'json' }
import { type AttentionFile, loadAttention } from './file.ts'
import type { IntegerAttention } from './types.ts'

let committed: IntegerAttention | undefined

/** The committed transformer, read and checked at first use; imported, so that pages have it too. */
export function committedAttention(): IntegerAttention {
  committed ??= loadAttention(file as AttentionFile)
  return committed
}
