use crate::{ParameterError, PerChannel, Requantize};

/// What a layer does with an accumulator: [`Requantize`], [`PerChannel`], [`PureShift`], or nothing ([`Raw`]).
pub trait Rescale {
    /// The accumulator of output `channel` as what the next layer reads.
    #[must_use]
    fn apply(&self, channel: usize, acc: i32) -> i32;
}

impl Rescale for Requantize {
    #[inline]
    fn apply(&self, _: usize, acc: i32) -> i32 {
        Requantize::apply(self, acc)
    }
}

impl<const N: usize> Rescale for PerChannel<N> {
    #[inline]
    fn apply(&self, channel: usize, acc: i32) -> i32 {
        PerChannel::apply(self, channel, acc)
    }
}

/// The accumulators go on as they are: the last layer of a net, whose outputs are scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw;

impl Rescale for Raw {
    #[inline]
    fn apply(&self, _: usize, acc: i32) -> i32 {
        acc
    }
}

/// A factor of `1 / 2^s` and no zero point: a shift in 32 bits, without the multiplication.
///
/// `(acc + 2^(s-1)) >> s` is `acc >> s` plus the highest bit that the shift drops, which cannot overflow.
///
/// ```
/// use inkling_quant::PureShift;
/// const S: PureShift = PureShift::new(3, 0, 15);
/// assert_eq!(S.apply(20), 3); //  2.5 -> 3
/// assert_eq!(S.apply(19), 2); //  2.375 -> 2
/// assert_eq!(S.apply(-20), 0); // below the clamp
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PureShift {
    shift: u8,
    min: i32,
    max: i32,
}

impl PureShift {
    /// Checks the parameters. In a `const` a wrong one is a compile error.
    ///
    /// # Panics
    ///
    /// Where [`try_new`](Self::try_new) has an error.
    #[must_use]
    pub const fn new(shift: u32, min: i32, max: i32) -> Self {
        match Self::try_new(shift, min, max) {
            Ok(parameters) => parameters,
            Err(_) => panic!("pure shift: 1 <= shift <= 31, min <= max"),
        }
    }

    /// The same for parameters that are read while the program runs.
    ///
    /// # Errors
    ///
    /// `1 <= shift <= 31`, `min <= max`: the first of these that does not hold.
    pub const fn try_new(shift: u32, min: i32, max: i32) -> Result<Self, ParameterError> {
        if shift < 1 || shift > 31 {
            return Err(ParameterError::Shift(shift));
        }
        if min > max {
            return Err(ParameterError::Clamp { min, max });
        }
        Ok(Self { shift: shift as u8, min, max })
    }

    /// One accumulator to one activation.
    #[inline]
    #[must_use]
    pub const fn apply(&self, acc: i32) -> i32 {
        let value = (acc >> self.shift) + ((acc >> (self.shift - 1)) & 1);
        if value < self.min {
            self.min
        } else if value > self.max {
            self.max
        } else {
            value
        }
    }
}

impl Rescale for PureShift {
    #[inline]
    fn apply(&self, _: usize, acc: i32) -> i32 {
        PureShift::apply(self, acc)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mulberry32;

    #[test]
    fn a_shift_is_a_multiplier_of_one() {
        let mut random = Mulberry32::new(2);
        for round in 0..20_000 {
            let shift = 1 + round % 31;
            let acc = match round % 5 {
                0 => i32::MAX - random.below(3) as i32,
                1 => i32::MIN + random.below(3) as i32,
                _ => random.next_u32() as i32 >> random.below(31),
            };
            let (min, max) = if round % 2 == 0 { (i32::MIN, i32::MAX) } else { (0, 15) };
            let general = Requantize::new(1, shift, 0, min, max);
            assert_eq!(
                PureShift::new(shift, min, max).apply(acc),
                general.apply(acc),
                "{acc} >> {shift}"
            );
        }
    }

    #[test]
    fn refuses_wrong_parameters() {
        assert_eq!(PureShift::try_new(0, 0, 1), Err(ParameterError::Shift(0)));
        assert_eq!(PureShift::try_new(32, 0, 1), Err(ParameterError::Shift(32)));
        assert_eq!(PureShift::try_new(1, 1, 0), Err(ParameterError::Clamp { min: 1, max: 0 }));
    }
}
