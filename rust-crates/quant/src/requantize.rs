use crate::ParameterError;

/// From accumulator to activation, one multiplier for the whole layer:
/// `clamp(((acc * M + 2^(s-1)) >> s) + zero_point, min, max)` in `i64`.
///
/// The shift is arithmetic and happens once, so a half is rounded up, also below zero. The real factor is `M / 2^s`.
///
/// # Worked numbers
///
/// A layer whose scale is 0.0003125 has `M = 1_374_389_535`, `s = 42`: 1,374,389,535 / 2^42 = 0.000312500...
///
/// ```
/// use inkling_quant::Requantize;
/// const R: Requantize = Requantize::new(1_374_389_535, 42, 0, -128, 127);
/// assert_eq!(R.apply(12_345), 4); //     3.857 -> 4
/// assert_eq!(R.apply(-12_345), -4); //  -3.857 -> -4
/// assert_eq!(R.apply(1_000_000), 127); // 312.5 is above the clamp
///
/// // A half goes up: 2.5 -> 3, and -2.5 -> -2.
/// const HALF: Requantize = Requantize::new(1, 1, 0, -128, 127);
/// assert_eq!((HALF.apply(5), HALF.apply(-5)), (3, -2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requantize {
    multiplier: i32,
    shift: u8,
    zero_point: i32,
    min: i32,
    max: i32,
}

impl Requantize {
    /// Checks the parameters. In a `const` a wrong one is a compile error.
    ///
    /// # Panics
    ///
    /// Where [`try_new`](Self::try_new) has an error.
    #[must_use]
    pub const fn new(multiplier: i32, shift: u32, zero_point: i32, min: i32, max: i32) -> Self {
        match Self::try_new(multiplier, shift, zero_point, min, max) {
            Ok(parameters) => parameters,
            Err(_) => panic!("requantize: 0 < multiplier, 1 <= shift <= 62, min <= max"),
        }
    }

    /// The same for parameters that are read while the program runs.
    ///
    /// # Errors
    ///
    /// `0 < multiplier`, `1 <= shift <= 62`, `min <= max`: the first of these that does not hold.
    pub const fn try_new(
        multiplier: i32,
        shift: u32,
        zero_point: i32,
        min: i32,
        max: i32,
    ) -> Result<Self, ParameterError> {
        match check(multiplier, shift, min, max) {
            Ok(()) => Ok(Self { multiplier, shift: shift as u8, zero_point, min, max }),
            Err(error) => Err(error),
        }
    }

    /// One accumulator to one activation.
    #[inline]
    #[must_use]
    pub const fn apply(&self, acc: i32) -> i32 {
        finish(scale(acc, self.multiplier, self.shift), self.zero_point, self.min, self.max)
    }
}

/// The same with a multiplier and a shift for each of `N` output channels.
///
/// ```
/// use inkling_quant::PerChannel;
/// const R: PerChannel<2> = PerChannel::new([1, 3], [1, 2], 10, 0, 255);
/// assert_eq!(R.apply(0, 7), 14); // 7 / 2 = 3.5 -> 4, and the zero point 10
/// assert_eq!(R.apply(1, 7), 15); // 21 / 4 = 5.25 -> 5
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerChannel<const N: usize> {
    multiplier: [i32; N],
    shift: [u8; N],
    zero_point: i32,
    min: i32,
    max: i32,
}

impl<const N: usize> PerChannel<N> {
    /// Checks the parameters of every channel. In a `const` a wrong one is a compile error.
    ///
    /// # Panics
    ///
    /// Where [`Requantize::try_new`] has an error for a channel.
    #[must_use]
    pub const fn new(
        multiplier: [i32; N],
        shift: [u8; N],
        zero_point: i32,
        min: i32,
        max: i32,
    ) -> Self {
        let mut i = 0;
        while i < N {
            let checked = check(multiplier[i], shift[i] as u32, min, max);
            assert!(checked.is_ok(), "requantize: 0 < multiplier, 1 <= shift <= 62, min <= max");
            i += 1;
        }
        Self { multiplier, shift, zero_point, min, max }
    }

    /// The accumulator of a channel to its activation.
    ///
    /// # Panics
    ///
    /// If there is no such channel.
    #[inline]
    #[must_use]
    pub const fn apply(&self, channel: usize, acc: i32) -> i32 {
        let scaled = scale(acc, self.multiplier[channel], self.shift[channel]);
        finish(scaled, self.zero_point, self.min, self.max)
    }
}

const fn check(multiplier: i32, shift: u32, min: i32, max: i32) -> Result<(), ParameterError> {
    if multiplier <= 0 {
        return Err(ParameterError::Multiplier(multiplier));
    }
    if shift < 1 || shift > 62 {
        return Err(ParameterError::Shift(shift));
    }
    if min > max {
        return Err(ParameterError::Clamp { min, max });
    }
    Ok(())
}

// #region rule
/// |acc * M| is at most 2^62 and the half at most 2^61, so the sum fits an `i64`.
#[inline]
const fn scale(acc: i32, multiplier: i32, shift: u8) -> i64 {
    (acc as i64 * multiplier as i64 + (1 << (shift - 1))) >> shift
}

#[inline]
const fn finish(scaled: i64, zero_point: i32, min: i32, max: i32) -> i32 {
    let value = scaled + zero_point as i64;
    if value < min as i64 {
        min
    } else if value > max as i64 {
        max
    } else {
        value as i32
    }
}
// #endregion rule

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mulberry32;

    /// The rule in other words, in 128 bits: floor((2 acc M + 2^s) / 2^(s+1)).
    fn by_division(acc: i32, m: i32, s: u32, zero: i32, min: i32, max: i32) -> i32 {
        let y = (2 * i128::from(acc) * i128::from(m) + (1 << s)).div_euclid(1 << (s + 1))
            + i128::from(zero);
        y.clamp(min.into(), max.into()) as i32
    }

    #[test]
    fn equals_division_in_128_bits() {
        let mut random = Mulberry32::new(1);
        for round in 0..20_000 {
            let m = (random.next_u32() >> 1).max(1) as i32 >> (round % 31);
            let (m, s) = (m.max(1), 1 + random.below(62));
            let acc = random.next_u32() as i32 >> random.below(31);
            let zero = random.next_u32() as i32 >> random.below(32).min(31);
            let (one, other) = (random.next_u32() as i32 >> 16, random.next_u32() as i32);
            let (min, max) = (one.min(other), one.max(other));
            let r = Requantize::new(m, s, zero, min, max);
            assert_eq!(r.apply(acc), by_division(acc, m, s, zero, min, max), "{r:?} {acc}");
            let wide = Requantize::new(m, s, 0, i32::MIN, i32::MAX);
            assert_eq!(
                wide.apply(acc),
                by_division(acc, m, s, 0, i32::MIN, i32::MAX),
                "{wide:?} {acc}"
            );
        }
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        for acc in [i32::MIN, -1, 0, 1, i32::MAX] {
            for m in [1, i32::MAX] {
                for s in [1, 31, 62] {
                    for zero in [i32::MIN, 0, i32::MAX] {
                        let r = Requantize::new(m, s, zero, i32::MIN, i32::MAX);
                        assert_eq!(r.apply(acc), by_division(acc, m, s, zero, i32::MIN, i32::MAX));
                    }
                }
            }
        }
    }

    #[test]
    fn refuses_wrong_parameters() {
        assert_eq!(Requantize::try_new(0, 1, 0, 0, 1), Err(ParameterError::Multiplier(0)));
        assert_eq!(Requantize::try_new(-1, 1, 0, 0, 1), Err(ParameterError::Multiplier(-1)));
        assert_eq!(Requantize::try_new(1, 0, 0, 0, 1), Err(ParameterError::Shift(0)));
        assert_eq!(Requantize::try_new(1, 63, 0, 0, 1), Err(ParameterError::Shift(63)));
        assert_eq!(
            Requantize::try_new(1, 1, 0, 2, 1),
            Err(ParameterError::Clamp { min: 2, max: 1 })
        );
    }

    #[test]
    fn channels_are_independent() {
        let r = PerChannel::new([5, 7, 11], [3, 4, 5], -2, -100, 100);
        for (channel, (m, s)) in [(5, 3), (7, 4), (11, 5)].into_iter().enumerate() {
            let one = Requantize::new(m, s, -2, -100, 100);
            for acc in -500..500 {
                assert_eq!(r.apply(channel, acc), one.apply(acc));
            }
        }
    }
}
