use inkling_quant::{InputError, check_length};

pub const OUTPUTS: usize = 10;

/// A net of one hidden layer, as `quantize.ts` writes it into `model.rs`: integers only.
pub struct Net<const I: usize, const H: usize> {
    /// Largest pixel; the smallest is 0.
    pub pixel_max: u8,
    /// A row of weights for each hidden neuron.
    pub hidden_weights: [[i8; I]; H],
    pub hidden_bias: [i32; H],
    /// One multiplier and one shift for each hidden neuron: its sum times multiplier, over 2 to the shift.
    pub multiplier: [i32; H],
    pub shift: [u8; H],
    pub output_weights: [[i8; H]; OUTPUTS],
    pub output_bias: [i32; OUTPUTS],
}

/// The bytes of a call as pixels: as many as the net takes, none above its maximum.
pub fn pixels<'a, const I: usize, const H: usize>(
    net: &Net<I, H>,
    input: &'a [u8],
) -> Result<&'a [u8; I], InputError> {
    check_length(input, I)?;
    for (index, &pixel) in input.iter().enumerate() {
        if pixel > net.pixel_max {
            return Err(InputError::OutOfRange { index, value: i32::from(pixel) });
        }
    }
    let wrong = InputError::WrongLength { expected: I, actual: input.len() };
    input.first_chunk().ok_or(wrong)
}
