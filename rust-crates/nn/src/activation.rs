use inkling_quant::relu;

/// What a layer does with an accumulator before it is requantized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// Nothing.
    None,
    /// Clamps it at 0.
    Relu,
}

impl Activation {
    /// The accumulator after the activation.
    #[inline]
    #[must_use]
    pub const fn apply(self, acc: i32) -> i32 {
        match self {
            Self::None => acc,
            Self::Relu => relu(acc),
        }
    }
}
