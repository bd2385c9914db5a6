use crate::ParameterError;

/// How a [`Table`] reads between two of its entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpolation {
    /// The entry that is nearer; the higher one at a half.
    Nearest,
    /// A straight line between the two, rounded half up.
    Linear,
}

/// A function as a table of integers: sigmoid, tanh, exp.
///
/// With `t = clamp(x - offset, 0, (entries - 1) << shift)` and `i = t >> shift`, `Nearest` gives
/// `values[(t + half) >> shift]` and `Linear` gives
/// `values[i] + (((values[i + 1] - values[i]) * (t - (i << shift)) + half) >> shift)`, where `half` is half a step.
///
/// # Worked numbers
///
/// A sigmoid from -4 to 4 in steps of 2, on inputs with 16 to the unit and outputs with 100 to the unit:
///
/// ```
/// use inkling_quant::{Interpolation, Table};
/// const VALUES: [i8; 5] = [2, 12, 50, 88, 98];
/// const NEAREST: Table<i8> = Table::new(&VALUES, -64, 5, Interpolation::Nearest);
/// const LINEAR: Table<i8> = Table::new(&VALUES, -64, 5, Interpolation::Linear);
/// assert_eq!(NEAREST.apply(0), 50); //   t = 64, entry 2
/// assert_eq!(NEAREST.apply(20), 88); //  t = 84, nearer to entry 3 (96) than to entry 2 (64)
/// assert_eq!(LINEAR.apply(20), 74); //   50 + 38 * 20 / 32 = 73.75
/// assert_eq!(LINEAR.apply(500), 98); //  past the end
/// assert_eq!(LINEAR.apply(-500), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table<'a, T> {
    values: &'a [T],
    offset: i32,
    shift: u8,
    interpolation: Interpolation,
}

impl<'a, T> Table<'a, T> {
    /// Checks the parameters. In a `const` a wrong one is a compile error.
    ///
    /// # Panics
    ///
    /// Where [`try_new`](Self::try_new) has an error.
    #[must_use]
    pub const fn new(
        values: &'a [T],
        offset: i32,
        shift: u32,
        interpolation: Interpolation,
    ) -> Self {
        match Self::try_new(values, offset, shift, interpolation) {
            Ok(table) => table,
            Err(_) => panic!("table: at least one value, shift <= 30"),
        }
    }

    /// The same for a table that is read while the program runs. Entries lie `2^shift` input units apart.
    ///
    /// # Errors
    ///
    /// No values, or a shift above 30.
    pub const fn try_new(
        values: &'a [T],
        offset: i32,
        shift: u32,
        interpolation: Interpolation,
    ) -> Result<Self, ParameterError> {
        if values.is_empty() {
            return Err(ParameterError::EmptyTable);
        }
        if shift > 30 {
            return Err(ParameterError::Shift(shift));
        }
        Ok(Self { values, offset, shift: shift as u8, interpolation })
    }
}

impl<T: Copy + Into<i32>> Table<'_, T> {
    /// The function at `x`. What lies outside the table has the value of its first or last entry.
    #[inline]
    #[must_use]
    pub fn apply(&self, x: i32) -> i32 {
        let last = self.values.len() - 1;
        let end = (last as i64) << self.shift;
        let t = (i64::from(x) - i64::from(self.offset)).clamp(0, end);
        let half = (1_i64 << self.shift) >> 1;
        match self.interpolation {
            Interpolation::Nearest => self.at(((t + half) >> self.shift) as usize),
            Interpolation::Linear => {
                let i = (t >> self.shift) as usize;
                if i == last {
                    return self.at(last);
                }
                let (low, high) = (i64::from(self.at(i)), i64::from(self.at(i + 1)));
                let part = t - ((i as i64) << self.shift);
                // Lies between two i32, so it is one.
                (low + (((high - low) * part + half) >> self.shift)) as i32
            }
        }
    }

    #[inline]
    fn at(&self, index: usize) -> i32 {
        self.values[index].into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mulberry32;

    #[test]
    fn on_an_entry_both_give_the_entry() {
        let values = [-7_i16, 300, 5, i16::MIN, i16::MAX];
        for shift in 0..=30 {
            for (i, &value) in values.iter().enumerate() {
                let x = (i as i64) << shift;
                if let Ok(x) = i32::try_from(x - 1000) {
                    for how in [Interpolation::Nearest, Interpolation::Linear] {
                        assert_eq!(Table::new(&values, -1000, shift, how).apply(x), value.into());
                    }
                }
            }
        }
    }

    #[test]
    fn linear_is_monotone_where_the_table_is() {
        let mut random = Mulberry32::new(4);
        for _ in 0..300 {
            let mut values = [0_i32; 9];
            values.fill_with(|| random.next_u32() as i32 >> 4);
            values.sort_unstable();
            let shift = random.below(8);
            let table = Table::new(&values, -50, shift, Interpolation::Linear);
            let mut before = i32::MIN;
            for x in -60..(9 << shift) - 40 {
                let y = table.apply(x);
                assert!(y >= before);
                before = y;
            }
            assert_eq!(table.apply(i32::MIN), values[0]);
            assert_eq!(table.apply(i32::MAX), values[8]);
        }
    }

    #[test]
    fn nearest_takes_the_nearer_entry() {
        let values = [10_u8, 20, 30];
        let table = Table::new(&values, 0, 2, Interpolation::Nearest);
        let got: [i32; 10] = core::array::from_fn(|x| table.apply(x as i32));
        assert_eq!(got, [10, 10, 20, 20, 20, 20, 30, 30, 30, 30]);
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let values = [i32::MIN, i32::MAX, i32::MIN];
        for how in [Interpolation::Nearest, Interpolation::Linear] {
            for offset in [i32::MIN, 0, i32::MAX] {
                let table = Table::new(&values, offset, 30, how);
                for x in [i32::MIN, -1, 0, 1 << 29, i32::MAX] {
                    let _ = table.apply(x);
                }
            }
        }
        let line = Table::new(&values, 0, 30, Interpolation::Linear);
        assert_eq!(line.apply(1 << 29), 0); // halfway between -2^31 and 2^31 - 1, rounded half up
    }

    #[test]
    fn one_entry_is_a_constant() {
        for how in [Interpolation::Nearest, Interpolation::Linear] {
            let table = Table::new(&[42_i8], 0, 3, how);
            assert_eq!([table.apply(-9), table.apply(0), table.apply(9)], [42; 3]);
        }
        assert_eq!(
            Table::<i8>::try_new(&[], 0, 0, Interpolation::Nearest),
            Err(ParameterError::EmptyTable)
        );
        assert_eq!(
            Table::try_new(&[1_i8], 0, 31, Interpolation::Nearest),
            Err(ParameterError::Shift(31))
        );
    }
}
