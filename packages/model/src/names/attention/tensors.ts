import * as tf from '@tensorflow/tfjs-core'

/** ln of 2^whole * (1 + fraction): a power of two drawn with straight lines, with its true gradient. */
export function logLine<T extends tf.Tensor>(octaves: T): T {
  const whole = tf.floor(octaves)
  return tf.add(tf.mul(whole, Math.LN2), tf.log(tf.add(tf.sub(octaves, whole), 1))) as T
}

/** [names * 13, width] to [names * heads, 13, width / heads]. */
export function rowsOfHeads(t: tf.Tensor2D, names: number, heads: number): tf.Tensor3D {
  const [flat, width] = t.shape
  const each = width / heads
  const turned = tf.transpose(tf.reshape(t, [names, flat / names, heads, each]), [0, 2, 1, 3])
  return tf.reshape(turned, [names * heads, flat / names, each]) as tf.Tensor3D
}

/** And back. */
export function unheads(t: tf.Tensor3D, names: number, heads: number): tf.Tensor2D {
  const [, positions, each] = t.shape
  const turned = tf.transpose(tf.reshape(t, [names, heads, positions, each]), [0, 2, 1, 3])
  return tf.reshape(turned, [names * positions, heads * each]) as tf.Tensor2D
}

/** Products of matrices in a batch. Transposed first, as in `matMul`. */
export function batchMatMul(a: tf.Tensor3D, b: tf.Tensor3D): tf.Tensor3D {
  const turn = (t: tf.Tensor) => tf.transpose(t, [0, 2, 1])
  return tf.customGrad((...args) => {
    const [x, y, save] = args as [tf.Tensor3D, tf.Tensor3D, tf.GradSaveFunc]
    save([x, y])
    return {
      value: tf.matMul(x, y),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => [
        tf.matMul(dy, turn(saved[1]!)),
        tf.matMul(turn(saved[0]!), dy),
      ],
    }
  })(a, b) as tf.Tensor3D
}
