import type { Point, Stroke } from './strokes.ts'

/** How a net's training images were made; a drawing has to become one of the same kind. */
export interface ImageKind {
  /** Pixels a side. */
  size: number
  /** Value of a full pixel. */
  full: number
  /** Side of the box that the ink fills, and the pen's width, both in pixels of the image. */
  box: number
  pen: number
  /** MNIST centers the mass of the ink, scikit-learn's digits the box around it. */
  center: 'mass' | 'box'
}

/** The 14x14 digits of lab 5: MNIST's 20x20 box in 28x28, halved. */
export const MNIST_14: ImageKind = { size: 14, full: 255, box: 9.6, pen: 1.4, center: 'mass' }
/** The same for a net that takes pixels of 4 bits. */
export const MNIST_14_IN_16: ImageKind = { ...MNIST_14, full: 15 }
/** The 8x8 digits: the ink fills the whole height. */
export const DIGITS_8: ImageKind = { size: 8, full: 16, box: 8, pen: 1.6, center: 'box' }

/** Samples a side of each pixel. */
const FINE = 5

/**
 * The image that a contract sees: the drawing scaled into the box, centered, and averaged over each pixel. Nothing in
 * here depends on the canvas on the screen, so that mouse, finger and keys give the same bytes.
 *
 * @returns one byte a pixel, row by row; all 0 without ink
 */
export function toPixels(strokes: Stroke[], kind: ImageKind): Uint8Array {
  const { size, full, box, pen, center } = kind
  const points = strokes.flat()
  const pixels = new Uint8Array(size * size)
  if (points.length === 0) return pixels
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right, high, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  // A dot or a tiny mark is not blown up to fill the box.
  const scale = (box - pen) / Math.max(right - left, low - high, 0.25)
  const middle = { x: (left + right) / 2, y: (high + low) / 2 }
  const scaled = strokes.map((stroke) =>
    stroke.map(({ x, y }) => ({
      x: (x - middle.x) * scale + size / 2,
      y: (y - middle.y) * scale + size / 2,
    })),
  )
  let ink = draw(scaled, size, pen)
  if (center === 'mass') {
    const mass = middleOfMass(ink, size)
    const shifted = scaled.map((stroke) =>
      stroke.map(({ x, y }) => ({ x: x + size / 2 - mass.x, y: y + size / 2 - mass.y })),
    )
    ink = draw(shifted, size, pen)
  }
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.round((ink[i] as number) * full)
  return pixels
}

/** Share of each pixel that is covered, by distance of a grid of samples from the lines; edges are soft. */
function draw(strokes: Stroke[], size: number, pen: number): Float64Array {
  const fine = size * FINE
  const cover = new Float64Array(fine * fine)
  const radius = pen / 2
  const soft = 0.35
  for (const stroke of strokes) {
    for (let k = 0; k < Math.max(1, stroke.length - 1); k++) {
      const from = stroke[k] as Point
      const to = stroke[k + 1] ?? from
      const reach = radius + soft
      const range = (a: number, b: number) =>
        [
          Math.max(0, Math.floor((Math.min(a, b) - reach) * FINE)),
          Math.min(fine - 1, Math.ceil((Math.max(a, b) + reach) * FINE)),
        ] as const
      const [x0, x1] = range(from.x, to.x)
      const [y0, y1] = range(from.y, to.y)
      for (let y = y0; y <= y1; y++) {
        for (let x = x0; x <= x1; x++) {
          const distance = distanceTo({ x: (x + 0.5) / FINE, y: (y + 0.5) / FINE }, from, to)
          const value = Math.min(1, Math.max(0, (radius + soft - distance) / (2 * soft)))
          if (value > (cover[y * fine + x] as number)) cover[y * fine + x] = value
        }
      }
    }
  }
  const out = new Float64Array(size * size)
  for (let y = 0; y < fine; y++)
    for (let x = 0; x < fine; x++) {
      const pixel = Math.floor(y / FINE) * size + Math.floor(x / FINE)
      out[pixel] = (out[pixel] as number) + (cover[y * fine + x] as number) / (FINE * FINE)
    }
  return out
}

function distanceTo(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length))
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
}

function middleOfMass(ink: Float64Array, size: number): Point {
  let [sum, x, y] = [0, 0, 0]
  for (let i = 0; i < ink.length; i++) {
    const value = ink[i] as number
    sum += value
    x += value * ((i % size) + 0.5)
    y += value * (Math.floor(i / size) + 0.5)
  }
  return sum === 0 ? { x: size / 2, y: size / 2 } : { x: x / sum, y: y / sum }
}
