use crate::InputError;

/// A call's bytes must be as many as the model takes.
///
/// # Errors
///
/// [`InputError::WrongLength`].
#[inline]
pub const fn check_length(bytes: &[u8], expected: usize) -> Result<(), InputError> {
    if bytes.len() == expected {
        Ok(())
    } else {
        Err(InputError::WrongLength { expected, actual: bytes.len() })
    }
}

/// Every value must lie in its range; `min` and `max` are inclusive, one of each a value.
///
/// # Errors
///
/// [`InputError::OutOfRange`] for the first value that does not, lowest index first.
#[inline]
pub fn check_range<T: Copy + Into<i32>>(
    values: &[T],
    min: &[i32],
    max: &[i32],
) -> Result<(), InputError> {
    for (index, ((&value, &low), &high)) in values.iter().zip(min).zip(max).enumerate() {
        let value = value.into();
        if value < low || value > high {
            return Err(InputError::OutOfRange { index, value });
        }
    }
    Ok(())
}

/// How values stand in calldata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// One value a byte, 0 to 255.
    U8,
    /// One value a byte in two's complement, -128 to 127.
    I8,
    /// Two values a byte, the first in the low half, 0 to 15.
    U4,
}

impl Packing {
    /// Bytes that `values` values take.
    #[inline]
    #[must_use]
    pub const fn bytes(self, values: usize) -> usize {
        match self {
            Self::U8 | Self::I8 => values,
            Self::U4 => values.div_ceil(2),
        }
    }

    /// Fills `values` from packed bytes, for a length that is known only when the program runs.
    ///
    /// # Errors
    ///
    /// [`InputError::WrongLength`] unless there are as many bytes as the values take. With `U4` and an odd number of
    /// values the half byte left over must be 0, so that an input has one encoding: else [`InputError::OutOfRange`] at
    /// the index behind the last value.
    #[inline]
    pub fn unpack(self, bytes: &[u8], values: &mut [i32]) -> Result<(), InputError> {
        check_length(bytes, self.bytes(values.len()))?;
        match self {
            Self::U8 => {
                for (value, &byte) in values.iter_mut().zip(bytes) {
                    *value = i32::from(byte);
                }
            }
            Self::I8 => {
                for (value, &byte) in values.iter_mut().zip(bytes) {
                    *value = i32::from(byte as i8);
                }
            }
            Self::U4 => {
                let index = values.len();
                for (pair, &byte) in values.chunks_mut(2).zip(bytes) {
                    let (low, high) = (i32::from(byte & 15), i32::from(byte >> 4));
                    pair[0] = low;
                    if let Some(second) = pair.get_mut(1) {
                        *second = high;
                    } else if high != 0 {
                        return Err(InputError::OutOfRange { index, value: high });
                    }
                }
            }
        }
        Ok(())
    }
}

/// [`Packing::U8`] with the number of values in the type.
///
/// ```
/// use inkling_quant::{InputError, unpack_u8};
/// assert_eq!(unpack_u8(&[0, 200]), Ok([0, 200]));
/// assert_eq!(unpack_u8::<3>(&[1, 2]), Err(InputError::WrongLength { expected: 3, actual: 2 }));
/// ```
///
/// # Errors
///
/// [`InputError::WrongLength`] unless there are `N` bytes.
#[inline]
pub fn unpack_u8<const N: usize>(bytes: &[u8]) -> Result<[i32; N], InputError> {
    let mut values = [0; N];
    Packing::U8.unpack(bytes, &mut values)?;
    Ok(values)
}

/// [`Packing::I8`] with the number of values in the type.
///
/// ```
/// assert_eq!(inkling_quant::unpack_i8(&[5, 0xff]), Ok([5, -1]));
/// ```
///
/// # Errors
///
/// [`InputError::WrongLength`] unless there are `N` bytes.
#[inline]
pub fn unpack_i8<const N: usize>(bytes: &[u8]) -> Result<[i32; N], InputError> {
    let mut values = [0; N];
    Packing::I8.unpack(bytes, &mut values)?;
    Ok(values)
}

/// [`Packing::U4`] with the number of values in the type.
///
/// ```
/// use inkling_quant::{InputError, unpack_u4};
/// assert_eq!(unpack_u4(&[0x21, 0x03]), Ok([1, 2, 3]));
/// assert_eq!(unpack_u4::<3>(&[0x21, 0x73]), Err(InputError::OutOfRange { index: 3, value: 7 }));
/// ```
///
/// # Errors
///
/// As [`Packing::unpack`].
#[inline]
pub fn unpack_u4<const N: usize>(bytes: &[u8]) -> Result<[i32; N], InputError> {
    let mut values = [0; N];
    Packing::U4.unpack(bytes, &mut values)?;
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mulberry32;

    #[test]
    fn every_byte() {
        for byte in 0..=255_u8 {
            assert_eq!(unpack_u8(&[byte]), Ok([i32::from(byte)]));
            assert_eq!(unpack_i8(&[byte]), Ok([i32::from(byte as i8)]));
            assert_eq!(unpack_u4(&[byte]), Ok([i32::from(byte % 16), i32::from(byte / 16)]));
        }
    }

    #[test]
    fn halves_go_back_together() {
        let mut random = Mulberry32::new(5);
        for _ in 0..1_000 {
            let mut bytes = [0; 8];
            bytes.fill_with(|| random.next_u32() as u8);
            bytes[7] &= 15;
            let values: [i32; 15] = unpack_u4(&bytes).unwrap();
            for (i, byte) in bytes.into_iter().enumerate() {
                let high = values.get(2 * i + 1).copied().unwrap_or(0);
                assert_eq!(i32::from(byte), values[2 * i] + 16 * high);
            }
        }
    }

    #[test]
    fn wrong_lengths() {
        assert_eq!(unpack_u8::<0>(&[]), Ok([]));
        assert_eq!(unpack_u8::<0>(&[1]), Err(InputError::WrongLength { expected: 0, actual: 1 }));
        assert_eq!(unpack_i8::<2>(&[1]), Err(InputError::WrongLength { expected: 2, actual: 1 }));
        assert_eq!(
            unpack_u4::<4>(&[1, 2, 3]),
            Err(InputError::WrongLength { expected: 2, actual: 3 })
        );
    }

    #[test]
    fn the_first_value_out_of_range() {
        let (min, max) = ([0, -1, 0], [9, 1, 9]);
        assert_eq!(check_range(&[9, -1, 0], &min, &max), Ok(()));
        assert_eq!(
            check_range(&[0, 2, 99], &min, &max),
            Err(InputError::OutOfRange { index: 1, value: 2 })
        );
        assert_eq!(
            check_range(&[-1_i8, 2, 99], &min, &max),
            Err(InputError::OutOfRange { index: 0, value: -1 })
        );
    }
}
