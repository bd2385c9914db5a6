use crate::Layer;

/// The largest value of each window of `PH` by `PW`, a channel at a time; no padding. The output's size is written
/// down (`OH`, `OW`) and checked.
///
/// ```
/// use inkling_nn::{Layer, MaxPool2d};
/// const POOL: MaxPool2d<2, 2, 1, 2> = MaxPool2d { stride: [2, 2] };
/// let image = [[[1], [5], [0], [-2]], [[2], [3], [-9], [-1]]];
/// assert_eq!(POOL.forward(&image), [[[5], [0]]]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MaxPool2d<const PH: usize, const PW: usize, const OH: usize, const OW: usize> {
    /// Rows and columns from one window to the next.
    pub stride: [usize; 2],
}

impl<
    const H: usize,
    const W: usize,
    const C: usize,
    const PH: usize,
    const PW: usize,
    const OH: usize,
    const OW: usize,
> Layer<[[[i32; C]; W]; H]> for MaxPool2d<PH, PW, OH, OW>
{
    type Out = [[[i32; C]; OW]; OH];

    /// # Panics
    ///
    /// When `OH` and `OW` are not what the stride makes of the input.
    #[inline]
    fn forward(&self, input: &[[[i32; C]; W]; H]) -> Self::Out {
        const { assert!(PH >= 1 && PW >= 1 && PH <= H && PW <= W, "maxpool2d: window and image") };
        let [down, across] = self.stride;
        assert!(
            (H - PH) / down + 1 == OH && (W - PW) / across + 1 == OW,
            "maxpool2d: the output's size is not OH by OW"
        );
        let mut out = [[[i32::MIN; C]; OW]; OH];
        for (y, line) in out.iter_mut().enumerate() {
            for (x, pixel) in line.iter_mut().enumerate() {
                for row in &input[y * down..y * down + PH] {
                    for from in &row[x * across..x * across + PW] {
                        for (largest, &value) in pixel.iter_mut().zip(from) {
                            *largest = (*largest).max(value);
                        }
                    }
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
    use inkling_quant::Mulberry32;

    #[test]
    fn equals_the_slice_form() {
        let mut random = Mulberry32::new(15);
        for _ in 0..50 {
            let image: [[[i32; 2]; 5]; 4] = core::array::from_fn(|_| {
                core::array::from_fn(|_| core::array::from_fn(|_| random.next_u32() as i32))
            });
            let mut out = [0; 12];
            let window = Window { input: [4, 5, 2], size: [2, 3], stride: [1, 2], padding: [0; 4] };
            slices::max_pool2d(&window, image.as_flattened().as_flattened(), &mut out).unwrap();
            let pool = MaxPool2d::<2, 3, 3, 2> { stride: [1, 2] };
            assert_eq!(pool.forward(&image).as_flattened().as_flattened(), out);
        }
    }
}
