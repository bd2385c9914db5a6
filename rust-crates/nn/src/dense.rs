use crate::{Activation, Layer};
use inkling_quant::Rescale;

/// A dense layer from `I` values to `O`: `acc[o] = bias[o] + sum of weights[o][i] * x[i]`, activation, rescale.
///
/// Accumulators are `i32`. Who makes the model proves that no sum overflows; in a debug build an overflow panics.
///
/// # Worked numbers
///
/// ```
/// use inkling_nn::{Activation, Dense, Layer, quant::Requantize};
/// const LAYER: Dense<i8, 2, 3, Requantize> = Dense {
///     weights: [[1, 2], [3, -4], [0, 5]],
///     bias: [10, 0, -30],
///     activation: Activation::Relu,
///     rescale: Requantize::new(1, 1, 0, 0, 15),
/// };
/// // 10 + 4 + 6 = 20 -> 10;  0 + 12 - 12 = 0 -> 0;  -30 + 15 = -15 -> ReLU 0
/// assert_eq!(LAYER.forward(&[4, 3]), [10, 0, 0]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Dense<W, const I: usize, const O: usize, R> {
    /// A row of weights for each output: `i8`, or `i16` where that is too small.
    pub weights: [[W; I]; O],
    /// Added to each sum; the input's zero point is folded in.
    pub bias: [i32; O],
    /// Before rescaling.
    pub activation: Activation,
    /// From accumulator to output.
    pub rescale: R,
}

impl<W, X, const I: usize, const O: usize, R> Layer<[X; I]> for Dense<W, I, O, R>
where
    W: Copy + Into<i32>,
    X: Copy + Into<i32>,
    R: Rescale,
{
    type Out = [i32; O];

    // #region forward
    #[inline]
    fn forward(&self, input: &[X; I]) -> [i32; O] {
        let mut out = self.bias;
        for (channel, (acc, row)) in out.iter_mut().zip(&self.weights).enumerate() {
            for (&w, &x) in row.iter().zip(input) {
                *acc += w.into() * x.into();
            }
            *acc = self.rescale.apply(channel, self.activation.apply(*acc));
        }
        out
    }
    // #endregion forward
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Then, slices};
    use inkling_quant::{Mulberry32, PerChannel, PureShift, Raw};

    fn weights<const I: usize, const O: usize>(random: &mut Mulberry32) -> [[i8; I]; O] {
        core::array::from_fn(|_| core::array::from_fn(|_| random.next_u32() as i8))
    }

    #[test]
    fn equals_the_slice_form_and_a_sum_in_64_bits() {
        let mut random = Mulberry32::new(11);
        for _ in 0..200 {
            let layer = Dense::<i8, 7, 5, _> {
                weights: weights(&mut random),
                bias: core::array::from_fn(|_| random.next_u32() as i32 >> 12),
                activation: Activation::Relu,
                rescale: PerChannel::<5>::new(
                    core::array::from_fn(|_| 1 + random.below(1 << 20) as i32),
                    core::array::from_fn(|_| 10 + random.below(20) as u8),
                    3,
                    -128,
                    127,
                ),
            };
            let x: [i8; 7] = core::array::from_fn(|_| random.next_u32() as i8);
            let mut out = [0; 5];
            let flat = layer.weights.as_flattened();
            slices::dense(flat, &layer.bias, layer.activation, &layer.rescale, &x, &mut out)
                .unwrap();
            assert_eq!(layer.forward(&x), out);
            for (o, &value) in out.iter().enumerate() {
                let sum: i64 =
                    (0..7).map(|i| i64::from(layer.weights[o][i]) * i64::from(x[i])).sum();
                let acc = i32::try_from(sum + i64::from(layer.bias[o])).unwrap().max(0);
                assert_eq!(value, layer.rescale.apply(o, acc));
            }
        }
    }

    #[test]
    fn layers_compose() {
        let mut random = Mulberry32::new(12);
        let hidden = Dense::<i8, 4, 6, _> {
            weights: weights(&mut random),
            bias: [5; 6],
            activation: Activation::Relu,
            rescale: PureShift::new(6, 0, 15),
        };
        let output = Dense::<i8, 6, 3, _> {
            weights: weights(&mut random),
            bias: [-1, 0, 1],
            activation: Activation::None,
            rescale: Raw,
        };
        let x = [1_u8, 2, 3, 4];
        let expected: [i32; 3] = output.forward(&hidden.forward(&x));
        assert_eq!(Then(hidden, output).forward(&x), expected);
        assert_eq!(Layer::<[u8; 4]>::then(hidden, output).forward(&x), expected);
    }
}
