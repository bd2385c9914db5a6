use super::ShapeError;

/// A window that moves over an image: shapes of a convolution or a pooling layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Height, width, channels of the input.
    pub input: [usize; 3],
    /// Height and width of the window.
    pub size: [usize; 2],
    /// Rows and columns from one window to the next.
    pub stride: [usize; 2],
    /// Rows and columns of zeros: top, right, bottom, left.
    pub padding: [usize; 4],
}

impl Window {
    /// Height and width of the output: `(input + padding - size) / stride + 1`.
    ///
    /// ```
    /// use inkling_nn::slices::Window;
    /// let w = Window { input: [14, 14, 1], size: [3, 3], stride: [2, 2], padding: [0; 4] };
    /// assert_eq!(w.output(), Ok([6, 6]));
    /// ```
    ///
    /// # Errors
    ///
    /// A stride or size of 0, or a window that is larger than the padded image.
    pub fn output(&self) -> Result<[usize; 2], ShapeError> {
        let [top, right, bottom, left] = self.padding;
        let side = |input: usize, padding: usize, size: usize, stride: usize| {
            let room = input.saturating_add(padding);
            if size == 0 || stride == 0 || room < size {
                return Err(ShapeError { what: "window", expected: size.max(1), actual: room });
            }
            Ok((room - size) / stride + 1)
        };
        Ok([
            side(self.input[0], top.saturating_add(bottom), self.size[0], self.stride[0])?,
            side(self.input[1], left.saturating_add(right), self.size[1], self.stride[1])?,
        ])
    }

    /// Index of the first channel of input pixel (`row`, `column`) of the window at output (`y`, `x`); `None` in the
    /// padding.
    pub(super) fn pixel(&self, [y, x]: [usize; 2], [row, column]: [usize; 2]) -> Option<usize> {
        let [height, width, channels] = self.input;
        let y = (y * self.stride[0] + row).checked_sub(self.padding[0])?;
        let x = (x * self.stride[1] + column).checked_sub(self.padding[3])?;
        (y < height && x < width).then_some((y * width + x) * channels)
    }
}
