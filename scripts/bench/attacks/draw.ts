/** Two pictures of 14x14 pixels side by side, dark on light, as SVG. */
export function drawPair(before: string, after: string): string {
  const squares = [before, after].flatMap((picture, n) =>
    [...Buffer.from(picture, 'hex')].map((value, i) => {
      const [x, y] = [(i % 14) * 8 + n * 128, Math.floor(i / 14) * 8]
      const shade = (255 - value).toString(16).padStart(2, '0')
      return `<rect x="${x}" y="${y}" width="8" height="8" fill="#${shade}${shade}${shade}"/>`
    }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 256 128" width="512" height="256" shape-rendering="crispEdges"><title>A digit as it was written, and as the model misread it</title><rect x="-8" y="-8" width="256" height="128" fill="#fff"/>${squares.join('')}</svg>\n`
}
