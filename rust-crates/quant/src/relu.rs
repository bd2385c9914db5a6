/// Clamps an accumulator at 0. In a layer with `ReLU` this comes before requantizing (specification, rule 3).
///
/// ```
/// assert_eq!(inkling_quant::relu(-5), 0);
/// assert_eq!(inkling_quant::relu(7), 7);
/// ```
#[inline]
#[must_use]
pub const fn relu(acc: i32) -> i32 {
    if acc < 0 { 0 } else { acc }
}
