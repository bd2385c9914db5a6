use super::error::{ShapeError, ensure};
use super::window::Window;
use crate::Activation;
use inkling_quant::Rescale;

/// A convolution; see [`Conv2d`](crate::Conv2d). `weights` holds filter, row, column, channel; `bias` has a value for
/// each filter.
///
/// # Errors
///
/// When a slice does not have the length that the window and the number of filters ask for.
pub fn conv2d<W: Copy + Into<i32>, X: Copy + Into<i32>>(
    window: &Window,
    weights: &[W],
    bias: &[i32],
    activation: Activation,
    rescale: &impl Rescale,
    input: &[X],
    out: &mut [i32],
) -> Result<(), ShapeError> {
    let [height, width] = window.output()?;
    let ([rows, columns], channels) = (window.size, window.input[2]);
    let filters = bias.len();
    ensure("weights", weights.len(), filters * rows * columns * channels)?;
    ensure("input", input.len(), window.input.iter().product())?;
    ensure("output", out.len(), height * width * filters)?;
    let mut out = out.iter_mut();
    for y in 0..height {
        for x in 0..width {
            for (k, &bias) in bias.iter().enumerate() {
                let mut acc = bias;
                for row in 0..rows {
                    for column in 0..columns {
                        let Some(pixel) = window.pixel([y, x], [row, column]) else { continue };
                        let weights = &weights[((k * rows + row) * columns + column) * channels..];
                        for (&w, &x) in weights.iter().zip(&input[pixel..pixel + channels]) {
                            acc += w.into() * x.into();
                        }
                    }
                }
                if let Some(value) = out.next() {
                    *value = rescale.apply(k, activation.apply(acc));
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use inkling_quant::Raw;

    fn run(
        window: &Window,
        weights: &[i8],
        input: &[i8],
        out: &mut [i32],
    ) -> Result<(), ShapeError> {
        conv2d(window, weights, &[0], Activation::None, &Raw, input, out)
    }

    #[test]
    fn padding_counts_as_zero() {
        let window =
            Window { input: [1, 2, 1], size: [3, 3], stride: [1, 1], padding: [1, 1, 1, 1] };
        let mut out = [0; 2];
        run(&window, &[1, 2, 3, 4, 5, 6, 7, 8, 9], &[10, 20], &mut out).unwrap();
        assert_eq!(out, [5 * 10 + 6 * 20, 4 * 10 + 5 * 20]);
    }

    #[test]
    fn shapes() {
        let window = Window { input: [2, 2, 1], size: [2, 2], stride: [1, 1], padding: [0; 4] };
        let what = |w: &Window, weights: usize, input: usize, out: usize| {
            run(w, &[1; 9][..weights], &[1; 9][..input], &mut [0; 9][..out]).err().map(|e| e.what)
        };
        assert_eq!(what(&window, 4, 4, 1), None);
        assert_eq!(what(&window, 3, 4, 1), Some("weights"));
        assert_eq!(what(&window, 4, 5, 1), Some("input"));
        assert_eq!(what(&window, 4, 4, 2), Some("output"));
        assert_eq!(what(&Window { size: [3, 2], ..window }, 6, 4, 1), Some("window"));
        assert_eq!(what(&Window { stride: [0, 1], ..window }, 4, 4, 1), Some("window"));
        assert_eq!(what(&Window { size: [0, 1], ..window }, 0, 4, 1), Some("window"));
    }
}
