/**
 * A token as a wallet sees it. This is a file you edit.
 *
 * `tokenURI` comes from a contract that anybody may have written. What a wallet shows of it, it shows beside your money.
 */
// biome-ignore lint/correctness/noUnusedImports: the starter's stubs throw it, lab:drop
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
  // #region task-9-4
  const { name, image, attributes } = JSON.parse(payload(uri, 'application/json'))
  const svg = payload(image, 'image/svg+xml')
  if (typeof name !== 'string' || name === '') throw new CardError('it has no name')
  for (const [, element] of svg.matchAll(/<\/?([^\s/>]*)/g))
    if (!ELEMENTS.has(element!)) throw new CardError(`<${element}> draws nothing`)
  for (const [, attribute] of svg.matchAll(/([^\s"'/<>=]+)\s*=/g))
    if (!ATTRIBUTES.has(attribute!)) throw new CardError(`${attribute} is for no drawing`)
  if (ASKS.test(svg)) throw new CardError('it asks somebody')
  const traits: Card['traits'] = {}
  for (const { trait_type, value } of attributes) traits[trait_type] = value
  return { name, svg, traits }
  // #endregion task-9-4
  //|   // TODO(9.4): the JSON in the URI; the SVG in its `image`; a name that is text; no element but ELEMENTS, no
  //|   // attribute but ATTRIBUTES, nothing that ASKS; the traits as an object.
  //|   void [uri, payload, ELEMENTS, ATTRIBUTES, ASKS, CardError]
  //|   throw Todo('9.4')
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
