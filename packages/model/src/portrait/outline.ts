/** Directions of the eight radii from the tip to the bottom, a seventh of a half turn apart: 256 sin and 256 cos. */
const SIN = [0, 111, 200, 250, 250, 200, 111, 0]
const COS = [256, 231, 160, 57, -57, -160, -231, -256]
/** Radii of a calm drop, and how far a value of 128 would change them. */
const RADIUS = [104, 72, 68, 74, 76, 80, 76, 72]
const REACH = [14, 20, 20, 18, 16, 16, 18, 10]
const CENTER_Y = 142

/**
 * The drop's path through hidden values 2 to 9: a quadratic curve with the radii's ends as control points, from the
 * middle of one edge to the middle of the next, mirrored.
 */
export function outline(h: readonly number[]): { d: string; left: number; bottom: number } {
  const half = RADIUS.map((radius, k) => {
    const r = radius + ((h[2 + k]! * REACH[k]!) >> 7)
    return { x: (r * SIN[k]!) >> 8, y: CENTER_Y - ((r * COS[k]!) >> 8) }
  })
  const right = half.map(({ x, y }) => ({ x: 128 + x, y }))
  const left = half.slice(1, 7).map(({ x, y }) => ({ x: 128 - x, y }))
  const points = [...right, ...left.reverse()]
  const middle = (k: number) => {
    const [a, b] = [points[k % 14]!, points[(k + 1) % 14]!]
    return `${(a.x + b.x) >> 1} ${(a.y + b.y) >> 1}`
  }
  const curves = points.map((_, k) => {
    const { x, y } = points[(k + 1) % 14]!
    return `Q${x} ${y} ${middle(k + 1)}`
  })
  return { d: `M${middle(0)}${curves.join('')}Z`, left: half[4]!.x, bottom: half[7]!.y }
}
