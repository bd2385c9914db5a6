use crate::Layer;
use inkling_quant::Table;

/// A table on every value: sigmoid or tanh after a dense layer.
///
/// ```
/// use inkling_nn::{Layer, Map, quant::{Interpolation, Table}};
/// const SQUARES: Map<i8> = Map(Table::new(&[0, 1, 4, 9], 0, 0, Interpolation::Nearest));
/// assert_eq!(SQUARES.forward(&[2, 3, 99, -5]), [4, 9, 9, 0]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Map<'a, T>(
    /// The table.
    pub Table<'a, T>,
);

impl<T: Copy + Into<i32>, const N: usize> Layer<[i32; N]> for Map<'_, T> {
    type Out = [i32; N];

    #[inline]
    fn forward(&self, input: &[i32; N]) -> [i32; N] {
        input.map(|x| self.0.apply(x))
    }
}
