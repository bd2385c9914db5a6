import { ModelError } from '../errors.ts'
import { outline } from './outline.ts'

/** Values of a hidden vector. */
export const PORTRAIT_HIDDEN = 16
/** No portrait has more bytes. */
export const PORTRAIT_MAX_BYTES = 1536

/** The vector is not 16 integers from -128 to 127. */
export class PortraitError extends ModelError {
  override name = 'PortraitError'
}

/**
 * A creature of ink as SVG, drawn from a hidden vector: 16 integers from -128 to 127. All of them give a picture, and
 * vectors that differ little give pictures that differ little. The crate `inkling-portrait` writes the same bytes.
 *
 * The text is ASCII, has its attributes in single quotes and none of `"`, `#`, `%`, `&` and `\`, so it can stand
 * inside a JSON string and a data URI as it is. It has no scripts, no links and no style sheets.
 *
 * | value | what it does |
 * | --- | --- |
 * | 0, 1 | hue of the paper; of the ink |
 * | 2 to 9 | the outline from the tip to the bottom, mirrored |
 * | 10, 11 | size of the eyes; how far apart |
 * | 12 | where they look |
 * | 13, 14 | curve of the mouth; its width |
 * | 15 | how many drops there are; outline values place them |
 *
 * @throws PortraitError for anything but 16 such integers.
 */
export function portrait(hidden: ArrayLike<number>): string {
  const h = Array.from(hidden)
  if (h.length !== PORTRAIT_HIDDEN)
    throw new PortraitError(`portrait: the vector has ${h.length} values, not ${PORTRAIT_HIDDEN}`)
  const wrong = h.findIndex((value) => !Number.isInteger(value) || value < -128 || value > 127)
  if (wrong >= 0)
    throw new PortraitError(`portrait: value ${wrong} is ${h[wrong]}, not an integer from -128 to 127`)
  const at = (i: number) => h[i]!
  const paper = rgb(at(0), 228, 252)
  const halo = rgb(at(0) + 80, 196, 246)
  const ink = rgb(at(1), 36, 156)
  const shade = rgb(at(1) + 12, 12, 72)
  const glow = rgb(at(1) + 28, 130, 245)
  const { d, left, bottom } = outline(h)
  const eye = 15 + ((at(10) * 5) >> 7)
  const apart = eye + 8 + ((at(11) * 7 + 896) >> 7)
  const [l, r] = [128 - apart, 128 + apart]
  const look = (at(12) * 5) >> 7
  const pupil = (eye * 9) >> 4
  const wide = 15 + ((at(14) * 9) >> 7)
  const curve = 176 + ((at(13) * 15) >> 7)
  const drops = Array.from({ length: 1 + ((at(15) + 128) >> 6) }, (_, k) => drop(h, k)).join('')
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 256 256' role='img'><rect width='256' height='256' fill='${paper}'/><circle cx='128' cy='134' r='104' fill='${halo}'/><ellipse cx='128' cy='${bottom + 8}' rx='${(left * 13) >> 4}' ry='8' fill='${shade}' opacity='.22'/><g fill='${ink}'>${drops}<path d='${d}'/></g><ellipse cx='128' cy='180' rx='${left >> 1}' ry='21' fill='${glow}' opacity='.35'/><g fill='rgb(255,255,255)'><ellipse cx='${148 - apart}' cy='92' rx='9' ry='5' opacity='.3'/><circle cx='${l}' cy='138' r='${eye}'/><circle cx='${r}' cy='138' r='${eye}'/></g><g fill='${shade}'><circle cx='${l + look}' cy='140' r='${pupil}'/><circle cx='${r + look}' cy='140' r='${pupil}'/></g><g fill='rgb(255,255,255)'><circle cx='${l + look + 3}' cy='136' r='3'/><circle cx='${r + look + 3}' cy='136' r='3'/></g><g fill='rgb(255,120,130)' opacity='.4'><circle cx='${l - 8}' cy='163' r='8'/><circle cx='${r + 8}' cy='163' r='8'/></g><path d='M${128 - wide} 172Q128 ${curve} ${128 + wide} 172' fill='none' stroke='${shade}' stroke-width='5' stroke-linecap='round'/></svg>`
}

/** Where drops lie when nothing moves them: left, right, left, right. */
const DROPS = [
  [44, 72],
  [214, 92],
  [40, 176],
  [212, 190],
] as const

function drop(h: readonly number[], k: number): string {
  const [x, y] = DROPS[k]!
  const move = (i: number) => (h[i]! * 12) >> 7
  return `<circle cx='${x + move(9 - k)}' cy='${y + move(5 - k)}' r='${7 + ((h[3 + k]! * 4) >> 7)}'/>`
}

/** A color of a hue (a turn has 256 steps; what is outside goes round), its channels from `low` to `high`. */
function rgb(hue: number, low: number, high: number): string {
  const turn = (hue & 255) * 6
  const channel = (distance: number) => low + (((high - low) * Math.min(Math.max(distance, 0), 256)) >> 8)
  const red = channel(Math.abs(turn - 768) - 256)
  const green = channel(512 - Math.abs(turn - 512))
  const blue = channel(512 - Math.abs(turn - 1024))
  return `rgb(${red},${green},${blue})`
}
