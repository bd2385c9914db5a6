/// Seeded random numbers: Tommy Ettinger's mulberry32, the generator of the TypeScript side (`rng` of
/// `@inkling/model`), so both draw the same numbers from the same seed.
///
/// The state is one `u32` that grows by `0x6d2b_79f5` a draw; the output mixes it with two multiplications and three
/// shifts. It passes through every state once in 2^32 draws, but not every output occurs. Good for sampling text or a
/// move; **not** for secrets or lotteries: whoever knows the seed, which on a chain is everybody, knows every draw.
///
/// ```
/// use inkling_quant::Mulberry32;
/// let mut random = Mulberry32::new(1);
/// assert_eq!([random.next_u32(), random.next_u32()], [2_693_262_067, 11_749_833]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mulberry32 {
    state: u32,
}

impl Mulberry32 {
    /// A generator whose draws depend on nothing but the seed.
    #[must_use]
    pub const fn new(seed: u32) -> Self {
        Self { state: seed }
    }

    /// The next 32 bits.
    #[inline]
    pub const fn next_u32(&mut self) -> u32 {
        self.state = self.state.wrapping_add(0x6d2b_79f5);
        let mut t = self.state;
        t = (t ^ (t >> 15)).wrapping_mul(t | 1);
        t ^= t.wrapping_add((t ^ (t >> 7)).wrapping_mul(t | 0x3d));
        t ^ (t >> 14)
    }

    /// A number from 0 to `n - 1` (0 when `n` is 0): the draw times `n`, divided by 2^32.
    #[inline]
    pub const fn below(&mut self, n: u32) -> u32 {
        scaled(self.next_u32(), n)
    }
}

/// No rejection: a draw is one multiplication, and a probability is off by at most `n / 2^32`.
#[inline]
const fn scaled(draw: u32, n: u32) -> u32 {
    ((draw as u64 * n as u64) >> 32) as u32
}

/// Draws an index from an integer CDF: entry `i` is the sum of the weights 0 to `i`, the last entry their total.
///
/// With `r = (draw * total) >> 32` the result is the first `i` with `r < cdf[i]`, so an entry of weight 0 is never
/// drawn. `None` when the total is 0 or the list is empty.
///
/// ```
/// use inkling_quant::sample_cdf;
/// let cdf = [1, 1, 4]; // weights 1, 0, 3
/// assert_eq!(sample_cdf(&cdf, 0), Some(0)); //           r = 0
/// assert_eq!(sample_cdf(&cdf, 0x4000_0000), Some(2)); // r = 1
/// assert_eq!(sample_cdf(&cdf, u32::MAX), Some(2)); //    r = 3
/// ```
#[inline]
#[must_use]
pub fn sample_cdf(cdf: &[u32], draw: u32) -> Option<usize> {
    let r = scaled(draw, *cdf.last()?);
    cdf.iter().position(|&sum| r < sum)
}

/// The same from weights, of which `draw` picks one in proportion. `None` when their sum is 0 or exceeds a `u32`.
///
/// ```
/// use inkling_quant::sample_weights;
/// assert_eq!(sample_weights(&[1, 0, 3], 0x4000_0000), Some(2));
/// assert_eq!(sample_weights(&[0, 0], 7), None);
/// ```
#[inline]
#[must_use]
pub fn sample_weights(weights: &[u32], draw: u32) -> Option<usize> {
    let total = weights.iter().try_fold(0_u32, |sum, &weight| sum.checked_add(weight))?;
    let r = scaled(draw, total);
    let mut sum = 0;
    weights.iter().position(|&weight| {
        sum += weight;
        r < sum
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cdf_and_its_weights_agree() {
        let mut random = Mulberry32::new(6);
        for _ in 0..5_000 {
            let mut weights = [0; 6];
            weights.fill_with(|| random.below(5));
            let mut cdf = weights;
            for i in 1..6 {
                cdf[i] += cdf[i - 1];
            }
            let draw = random.next_u32();
            let drawn = sample_cdf(&cdf, draw);
            assert_eq!(drawn, sample_weights(&weights, draw));
            match drawn {
                Some(i) => assert!(weights[i] > 0),
                None => assert_eq!(cdf[5], 0),
            }
        }
    }

    #[test]
    fn every_index_in_proportion() {
        let mut random = Mulberry32::new(7);
        let mut count = [0_u32; 3];
        for _ in 0..40_000 {
            count[sample_weights(&[1, 0, 3], random.next_u32()).unwrap()] += 1;
        }
        assert_eq!(count[1], 0);
        // Expected 10,000 with a standard deviation of 87; the seed is fixed.
        assert!(count[0].abs_diff(10_000) < 400, "{count:?}");
    }

    #[test]
    fn edges() {
        assert_eq!(sample_cdf(&[], 0), None);
        assert_eq!(sample_cdf(&[0, 0], 9), None);
        assert_eq!(sample_weights(&[u32::MAX, 1], 9), None);
        assert_eq!(sample_weights(&[u32::MAX], u32::MAX), Some(0));
        assert_eq!(Mulberry32::new(9).below(0), 0);
    }
}
