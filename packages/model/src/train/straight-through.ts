import {
  add,
  clipByValue,
  customGrad,
  floor,
  type GradSaveFunc,
  greaterEqual,
  lessEqual,
  logicalAnd,
  type Tensor,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core'

/**
 * Rounds half up; the gradient passes as if nothing had been rounded (straight-through estimator:
 * Bengio, Leonard and Courville, 2013).
 */
export function roundThrough<T extends Tensor>(x: T): T {
  return customGrad((input) => ({
    value: floor(add(input as Tensor, 0.5)),
    gradFunc: (dy: Tensor) => dy,
  }))(x) as T
}

/** Clamps to min ... max; the gradient passes where the value was inside, bounds included, and stops elsewhere. */
export function clampThrough<T extends Tensor>(x: T, min: number, max: number): T {
  return customGrad((...args) => {
    const [input, save] = args as [Tensor, GradSaveFunc]
    save([input])
    return {
      value: clipByValue(input, min, max),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const before = saved[0]!
        return where(logicalAnd(greaterEqual(before, min), lessEqual(before, max)), dy, zerosLike(dy))
      },
    }
  })(x) as T
}
