/// A function from one array to another. Layers with fitting shapes compose with [`then`](Layer::then); a shape that
/// does not fit is a compile error.
pub trait Layer<In: ?Sized> {
    /// The output, an array.
    type Out;

    /// The output for one input.
    #[must_use]
    fn forward(&self, input: &In) -> Self::Out;

    /// This layer, then another on its output.
    fn then<Next: Layer<Self::Out>>(self, next: Next) -> Then<Self, Next>
    where
        Self: Sized,
    {
        Then(self, next)
    }
}

/// Two layers in a row. A tuple struct, so that a `const` can hold a net: `Then(HIDDEN, OUTPUT)`.
#[derive(Clone, Copy, Debug)]
pub struct Then<First, Second>(
    /// Reads the input.
    pub First,
    /// Reads the first one's output.
    pub Second,
);

impl<In, First: Layer<In>, Second: Layer<First::Out>> Layer<In> for Then<First, Second> {
    type Out = Second::Out;

    #[inline]
    fn forward(&self, input: &In) -> Self::Out {
        self.1.forward(&self.0.forward(input))
    }
}

/// Height, width, channel as one row of `N` values, in that order: what stands between convolutions and dense layers.
///
/// ```
/// use inkling_nn::{Flatten, Layer};
/// assert_eq!(Flatten::<4>.forward(&[[[1], [2]], [[3], [4]]]), [1, 2, 3, 4]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Flatten<const N: usize>;

impl<const N: usize, const H: usize, const W: usize, const C: usize> Layer<[[[i32; C]; W]; H]>
    for Flatten<N>
{
    type Out = [i32; N];

    #[inline]
    fn forward(&self, input: &[[[i32; C]; W]; H]) -> [i32; N] {
        const { assert!(N == H * W * C, "flatten: N is height * width * channels") };
        let mut out = [0; N];
        out.copy_from_slice(input.as_flattened().as_flattened());
        out
    }
}
