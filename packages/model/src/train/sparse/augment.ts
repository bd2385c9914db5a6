import { rng } from '../../rng.ts'

/** How far one copy may stray from its original. Lengths are pixels of the image, angles radians. */
export interface Augmentation {
  /** Rotation by at most this angle. */
  rotate: number
  /** Each axis scaled by exp of at most this. */
  scale: number
  /** Slant: columns move by at most this a row. */
  shear: number
  /** Shift by at most this along each axis. */
  shift: number
  /** Largest displacement of the knots of the elastic field. */
  elastic: number
}

export const digitAugmentation: Augmentation = {
  rotate: 0.2,
  scale: 0.15,
  shear: 0.2,
  shift: 1.2,
  elastic: 0.7,
}

/** Knots of the elastic field along each axis. Five over 14 pixels bend a stroke without breaking it. */
const knots = 5

/**
 * One distorted copy of every image: a random affine map plus a smooth random field, cubic interpolation, zeros
 * outside. Small distortions of the training images are what lifts a small net on handwritten digits most
 * (Simard, Steinkraus, Platt 2003).
 *
 * @param images `count` square images of `side` x `side` values, row by row.
 * @param top Largest value; results are clamped to 0..top and not rounded.
 */
export function augment(
  images: ArrayLike<number>,
  side: number,
  top: number,
  limits: Augmentation,
  seed: number,
): Float32Array {
  const size = side * side
  const count = images.length / size
  const result = new Float32Array(images.length)
  const random = rng(seed)
  const spread = (limit: number) => (2 * random() - 1) * limit
  const field = new Float64Array(2 * knots * knots)
  const middle = (side - 1) / 2
  const knotsPerPixel = (knots - 1) / (side - 1)
  for (let image = 0; image < count; image++) {
    const angle = spread(limits.rotate)
    const scaleX = Math.exp(spread(limits.scale))
    const scaleY = Math.exp(spread(limits.scale))
    const slant = spread(limits.shear)
    const shiftX = spread(limits.shift) + middle
    const shiftY = spread(limits.shift) + middle
    for (let k = 0; k < field.length; k++) field[k] = spread(limits.elastic)
    const cos = Math.cos(angle)
    const sin = Math.sin(angle)
    const base = image * size
    for (let y = 0; y < side; y++) {
      const knotY = Math.min(knots - 2, Math.floor(y * knotsPerPixel))
      const partY = y * knotsPerPixel - knotY
      const fromY = (y - middle) * scaleY
      for (let x = 0; x < side; x++) {
        const knotX = Math.min(knots - 2, Math.floor(x * knotsPerPixel))
        const partX = x * knotsPerPixel - knotX
        const fromX = (x - middle) * scaleX + slant * fromY
        const knot = 2 * (knotY * knots + knotX)
        const sourceX = cos * fromX - sin * fromY + shiftX + between(field, knot, partX, partY)
        const sourceY = sin * fromX + cos * fromY + shiftY + between(field, knot + 1, partX, partY)
        const value = cubic(images, base, side, sourceX, sourceY)
        result[base + y * side + x] = Math.max(0, Math.min(top, value))
      }
    }
  }
  return result
}

function between(field: Float64Array, knot: number, x: number, y: number): number {
  const below = knot + 2 * knots
  const first = field[knot]! + x * (field[knot + 2]! - field[knot]!)
  const second = field[below]! + x * (field[below + 2]! - field[below]!)
  return first + y * (second - first)
}

/** Catmull-Rom interpolation: keeps strokes sharp where a bilinear copy blurs them. */
function cubic(images: ArrayLike<number>, base: number, side: number, x: number, y: number): number {
  const left = Math.floor(x)
  const above = Math.floor(y)
  if (left < -2 || above < -2 || left > side || above > side) return 0
  const fx = x - left
  const fy = y - above
  let sum = 0
  for (let row = -1; row <= 2; row++) {
    const sourceY = above + row
    if (sourceY < 0 || sourceY >= side) continue
    const start = base + sourceY * side
    let line = 0
    for (let column = -1; column <= 2; column++) {
      const sourceX = left + column
      if (sourceX >= 0 && sourceX < side) line += tap(column, fx) * images[start + sourceX]!
    }
    sum += tap(row, fy) * line
  }
  return sum
}

function tap(index: number, f: number): number {
  if (index === -1) return f * (-0.5 + f * (1 - 0.5 * f))
  if (index === 0) return 1 + f * f * (1.5 * f - 2.5)
  if (index === 1) return f * (0.5 + f * (2 - 1.5 * f))
  return f * f * (0.5 * f - 0.5)
}
