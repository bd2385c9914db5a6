/** What a wallet shows of a token. */
export interface Card {
  name: string
  /** The picture as it came: a `data:` URI, for an `<img>`, where nothing of it runs or asks anybody. */
  image: string
  traits: { name: string; value: string }[]
}

/** A card that this page does not show, and why. */
export class CardError extends Error {
  override name = 'CardError'
}

const DRAWS = new Set(['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'])
const LOOKS = new Set(
  `xmlns viewBox width height role x y x1 y1 x2 y2 cx cy r rx ry d points transform
  fill opacity stroke stroke-width stroke-linecap stroke-linejoin`.split(/\s+/),
)
/** `url(...)` asks a server, and `&` and `\` can hide its letters. */
const ASKS = /url|[&\\]/i

/**
 * Reads what `tokenURI` returned, with the lists of task 9.4: an answer of a contract is somebody else's text.
 * @throws CardError for everything that a wallet should not show
 */
export function readCard(uri: string): Card {
  const { name, image, attributes } = parsed(decoded(uri, 'application/json'))
  if (typeof name !== 'string' || name === '' || name.length > 40)
    throw new CardError('The token has no name.')
  const svg = decoded(image, 'image/svg+xml')
  const strange = [...svg.matchAll(/<\/?([^\s/>]*)/g)].find(([, element]) => !DRAWS.has(element ?? ''))
  if (strange) throw new CardError(`The token's picture has <${strange[1]}>, which draws nothing.`)
  const odd = [...svg.matchAll(/([^\s"'/<>=]+)\s*=/g)].find(([, attribute]) => !LOOKS.has(attribute ?? ''))
  if (odd) throw new CardError(`The token's picture has the attribute ${odd[1]}, which is none of a drawing.`)
  if (ASKS.test(svg)) throw new CardError("The token's picture asks for something elsewhere.")
  const traits = Array.isArray(attributes) ? attributes : []
  return {
    name,
    image: image as string,
    traits: traits.map((item) => ({ name: String(item?.trait_type), value: String(item?.value) })),
  }
}

function parsed(text: string): { name?: unknown; image?: unknown; attributes?: unknown } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new CardError('The token answers something that is no JSON.')
  }
  if (typeof value !== 'object' || value === null) throw new CardError('The token answers no card.')
  return value
}

function decoded(uri: unknown, type: string): string {
  const start = `data:${type};base64,`
  if (typeof uri !== 'string' || !uri.startsWith(start))
    throw new CardError(
      `The token answers no ${type} in a data: URI. What is elsewhere can change, or be gone.`,
    )
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(uri.slice(start.length)), (letter) => letter.charCodeAt(0)),
    )
  } catch {
    throw new CardError('The token answers something that is no base64.')
  }
}
