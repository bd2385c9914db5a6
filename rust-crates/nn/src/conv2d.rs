use crate::{Activation, Layer};
use inkling_quant::Rescale;

/// A convolution with `K` filters of `KH` by `KW` over `C` channels; values lie height, width, channel, and what lies
/// outside the image counts as 0.
///
/// The output's size follows from the input's: `(input + padding - kernel) / stride + 1`. Rust can't compute it in a
/// type yet, so it is written down (`OH`, `OW`) and checked where a program uses the layer, at compile time.
///
/// # Worked numbers
///
/// ```
/// use inkling_nn::{Activation, Conv2d, Layer, quant::Raw};
/// const EDGES: Conv2d<i8, 1, 1, 2, 1, 2, 2, Raw> = Conv2d {
///     weights: [[[[-1], [1]]]], // one filter, 1 by 2: right minus left
///     bias: [0],
///     stride: [1, 1],
///     padding: [0, 0, 0, 0],
///     activation: Activation::None,
///     rescale: Raw,
/// };
/// let image = [[[1], [5], [5]], [[2], [2], [9]]];
/// assert_eq!(EDGES.forward(&image), [[[4], [0]], [[0], [7]]]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Conv2d<
    T,
    const C: usize,
    const KH: usize,
    const KW: usize,
    const K: usize,
    const OH: usize,
    const OW: usize,
    R,
> {
    /// Filter, row, column, input channel.
    pub weights: [[[[T; C]; KW]; KH]; K],
    /// Added to each sum.
    pub bias: [i32; K],
    /// Rows and columns from one window to the next.
    pub stride: [usize; 2],
    /// Rows and columns of zeros: top, right, bottom, left.
    pub padding: [usize; 4],
    /// Before rescaling.
    pub activation: Activation,
    /// From accumulator to output, by filter.
    pub rescale: R,
}

impl<
    T,
    X,
    const H: usize,
    const W: usize,
    const C: usize,
    const KH: usize,
    const KW: usize,
    const K: usize,
    const OH: usize,
    const OW: usize,
    R,
> Layer<[[[X; C]; W]; H]> for Conv2d<T, C, KH, KW, K, OH, OW, R>
where
    T: Copy + Into<i32>,
    X: Copy + Into<i32>,
    R: Rescale,
{
    type Out = [[[i32; K]; OW]; OH];

    /// # Panics
    ///
    /// When `OH` and `OW` are not what stride and padding make of the input.
    #[inline]
    fn forward(&self, input: &[[[X; C]; W]; H]) -> Self::Out {
        let [top, right, bottom, left] = self.padding;
        let [down, across] = self.stride;
        assert!(
            (H + top + bottom - KH) / down + 1 == OH && (W + left + right - KW) / across + 1 == OW,
            "conv2d: the output's size is not OH by OW"
        );
        let mut out = [[[0; K]; OW]; OH];
        for (y, line) in out.iter_mut().enumerate() {
            for (x, pixel) in line.iter_mut().enumerate() {
                for (k, (value, filter)) in pixel.iter_mut().zip(&self.weights).enumerate() {
                    let mut acc = self.bias[k];
                    for (r, weights) in filter.iter().enumerate() {
                        // Above the image the subtraction wraps to a row that is not there.
                        let Some(row) = input.get((y * down + r).wrapping_sub(top)) else {
                            continue;
                        };
                        for (c, weights) in weights.iter().enumerate() {
                            let Some(pixel) = row.get((x * across + c).wrapping_sub(left)) else {
                                continue;
                            };
                            for (&w, &x) in weights.iter().zip(pixel) {
                                acc += w.into() * x.into();
                            }
                        }
                    }
                    *value = self.rescale.apply(k, self.activation.apply(acc));
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slices::{self, Window};
    use inkling_quant::{Mulberry32, Requantize};

    fn random_values<const N: usize>(random: &mut Mulberry32) -> [i8; N] {
        core::array::from_fn(|_| random.next_u32() as i8)
    }

    #[test]
    fn equals_the_slice_form() {
        let mut random = Mulberry32::new(13);
        for _ in 0..50 {
            let layer = Conv2d::<i8, 2, 3, 2, 4, 3, 4, _> {
                weights: core::array::from_fn(|_| {
                    core::array::from_fn(|_| core::array::from_fn(|_| random_values(&mut random)))
                }),
                bias: core::array::from_fn(|_| random.next_u32() as i32 >> 18),
                stride: [2, 1],
                padding: [1, 0, 1, 1],
                activation: Activation::Relu,
                rescale: Requantize::new(77, 12, -5, -128, 127),
            };
            // 5 by 4: (5 + 2 - 3) / 2 + 1 = 3 and (4 + 1 - 2) / 1 + 1 = 4.
            let image: [[[i8; 2]; 4]; 5] =
                core::array::from_fn(|_| core::array::from_fn(|_| random_values(&mut random)));
            let window = Window {
                input: [5, 4, 2],
                size: [3, 2],
                stride: layer.stride,
                padding: layer.padding,
            };
            let mut out = [0; 48];
            slices::conv2d(
                &window,
                layer.weights.as_flattened().as_flattened().as_flattened(),
                &layer.bias,
                layer.activation,
                &layer.rescale,
                image.as_flattened().as_flattened(),
                &mut out,
            )
            .unwrap();
            assert_eq!(layer.forward(&image).as_flattened().as_flattened(), out);
        }
    }

    #[test]
    fn a_kernel_as_large_as_the_image_is_a_dense_layer() {
        let mut random = Mulberry32::new(14);
        let image: [[[i8; 3]; 2]; 2] =
            core::array::from_fn(|_| core::array::from_fn(|_| random_values(&mut random)));
        let filters: [[[[i8; 3]; 2]; 2]; 5] = core::array::from_fn(|_| {
            core::array::from_fn(|_| core::array::from_fn(|_| random_values(&mut random)))
        });
        let rescale = Requantize::new(3, 5, 1, -128, 127);
        let conv = Conv2d::<i8, 3, 2, 2, 5, 1, 1, _> {
            weights: filters,
            bias: [9; 5],
            stride: [1, 1],
            padding: [0; 4],
            activation: Activation::None,
            rescale,
        };
        let mut out = [0; 5];
        let (weights, x) = (
            filters.as_flattened().as_flattened().as_flattened(),
            image.as_flattened().as_flattened(),
        );
        slices::dense(weights, &[9; 5], Activation::None, &rescale, x, &mut out).unwrap();
        assert_eq!(conv.forward(&image), [[out]]);
    }
}
