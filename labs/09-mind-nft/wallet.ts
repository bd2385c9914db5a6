/**
 * A token as a wallet sees it. This is a file you edit.
 *
 * `tokenURI` comes from a contract that anybody may have written. What a wallet shows of it, it shows beside your money.
 */
import { Todo } from '@inkling/lab'

export interface Card {
  name: string
  /** The picture, as text. */
  svg: string
  /** Value by trait. */
  traits: Record<string, string>
}

/** Elements that a picture is drawn with. None of them runs anything, or asks anybody. */
const ELEMENTS = new Set(['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'])

/** Names of what such an element may have in front of a `=`: where it is, and how it looks. */
const ATTRIBUTES = new Set(
  `xmlns viewBox width height role x y x1 y1 x2 y2 cx cy r rx ry d points transform
  fill opacity stroke stroke-width stroke-linecap stroke-linejoin`.split(/\s+/),
)

/** What no picture of these elements needs: `url(...)` asks a server, and `&` and `\` can hide its letters. */
const ASKS = /url|[&\\]/i

export class CardError extends Error {
  override name = 'CardError'
}

/** Reads what `tokenURI` returned. Throws for everything that a wallet should not show. */
export function readCard(uri: string): Card {
  // TODO(9.4): the JSON in the URI; the SVG in its `image`; a name that is text; no element but ELEMENTS, no
  // attribute but ATTRIBUTES, nothing that ASKS; the traits as an object.
  void [uri, payload, ELEMENTS, ATTRIBUTES, ASKS, CardError]
  throw Todo('9.4')
}

/** The text in `data:TYPE;base64,...`. Throws for any other URI: what is elsewhere can change, or be gone. */
export function payload(uri: string, type: string): string {
  const prefix = `data:${type};base64,`
  if (typeof uri !== 'string' || !uri.startsWith(prefix)) throw new CardError(`not ${prefix}...`)
  const base64 = uri.slice(prefix.length)
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64))
    throw new CardError('not base64')
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
}
