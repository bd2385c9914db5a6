import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { ModelFormatError } from './errors.ts'

/**
 * Hash of a model: SHA-256 of its RFC 8785 (canonical JSON) bytes without the `sha256` field,
 * as 64 hex digits. Key order and white space of the file don't matter, every number does.
 */
export function hashModel(model: object): string {
  const { sha256: _stored, ...content } = model as Record<string, unknown>
  const text = canonicalize(content)
  if (text === undefined) throw new ModelFormatError('the file', 'is not JSON')
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** The same model with its `sha256` field filled in. */
export function sealModel<M extends object>(model: M): M & { sha256: string } {
  return { ...model, sha256: hashModel(model) }
}
