/** How a square kernel is laid on a square image of one channel: every `stride` pixels, zeros around. */
export interface PatchShape {
  /** Pixels along each side of the image. */
  side: number
  /** Pixels along each side of the kernel. */
  kernel: number
  stride: number
  /** Rows and columns of zeros on each side. */
  padding: number
}

/** Places along each axis. */
export function placesPerSide({ side, kernel, stride, padding }: PatchShape): number {
  return Math.floor((side + 2 * padding - kernel) / stride) + 1
}

/**
 * Images cut into the pixels each place of the kernel sees (im2col), so that a convolution is one matrix product: the
 * wasm backend of tfjs multiplies matrices but can't train its convolutions.
 *
 * @param images `count` images of side x side values, row by row.
 * @returns count x places x kernel x kernel values, places and taps row by row.
 */
export function patches(images: ArrayLike<number>, shape: PatchShape): Float32Array<ArrayBuffer> {
  const { side, kernel, stride, padding } = shape
  const across = placesPerSide(shape)
  const size = side * side
  const count = images.length / size
  const result = new Float32Array(count * across * across * kernel * kernel)
  let at = 0
  for (let image = 0; image < count; image++)
    for (let placeY = 0; placeY < across; placeY++)
      for (let placeX = 0; placeX < across; placeX++)
        for (let y = placeY * stride - padding, endY = y + kernel; y < endY; y++)
          for (let x = placeX * stride - padding, endX = x + kernel; x < endX; x++, at++)
            if (y >= 0 && x >= 0 && y < side && x < side) result[at] = images[image * size + y * side + x]!
  return result
}
