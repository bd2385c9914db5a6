use crate::{R, Word};

/// A sum of products before it is reduced: 448 bits, room for 2^64 products of 128 and 256 bits. Least limb first.
#[derive(Clone, Copy, Default)]
pub(crate) struct Wide([u64; 7]);

impl Wide {
    /// Adds `weight` times `value`.
    pub(crate) fn add_product(&mut self, weight: u128, value: &Word) {
        let value = limbs(value);
        for (shift, half) in [weight as u64, (weight >> 64) as u64].into_iter().enumerate() {
            let mut carry = 0_u64;
            for (i, digit) in self.0.iter_mut().enumerate().skip(shift) {
                let factor = value.get(i - shift).copied().unwrap_or(0);
                // At most (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1.
                let sum =
                    u128::from(half) * u128::from(factor) + u128::from(*digit) + u128::from(carry);
                (*digit, carry) = (sum as u64, (sum >> 64) as u64);
            }
        }
    }

    /// The remainder modulo r, by long division bit by bit.
    pub(crate) fn modulo_r(&self) -> Word {
        let r = limbs(&R);
        let mut rest = [0_u64; 4];
        for bit in (0..448).rev() {
            let mut carry = self.0[bit / 64] >> (bit % 64) & 1;
            for digit in &mut rest {
                (*digit, carry) = (*digit << 1 | carry, *digit >> 63);
            }
            // Below 2 r, so taking r off once is enough.
            let mut borrow = false;
            let mut less = rest;
            for (digit, &prime) in less.iter_mut().zip(&r) {
                let (once, first) = digit.overflowing_sub(prime);
                let (twice, second) = once.overflowing_sub(u64::from(borrow));
                (*digit, borrow) = (twice, first || second);
            }
            if !borrow {
                rest = less;
            }
        }
        let mut word = [0; 32];
        for (bytes, digit) in word.chunks_exact_mut(8).zip(rest.iter().rev()) {
            bytes.copy_from_slice(&digit.to_be_bytes());
        }
        word
    }
}

/// A word as limbs, the least first.
fn limbs(word: &Word) -> [u64; 4] {
    let (digits, _) = word.as_chunks::<8>();
    core::array::from_fn(|i| u64::from_be_bytes(digits[3 - i]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(value: u128) -> Word {
        core::array::from_fn(|i| if i < 16 { 0 } else { (value >> (8 * (31 - i))) as u8 })
    }

    /// The same by doubling and adding modulo r, which shares nothing with the above.
    fn slowly(products: &[(u128, Word)]) -> Word {
        let plus = |a: &Word, b: &Word| {
            let mut sum = [0_u8; 32];
            let mut carry = 0;
            for i in (0..32).rev() {
                carry += u16::from(a[i]) + u16::from(b[i]);
                sum[i] = carry as u8;
                carry >>= 8;
            }
            if sum >= R {
                let mut borrow = 0_i16;
                for i in (0..32).rev() {
                    let digit = i16::from(sum[i]) - i16::from(R[i]) - borrow;
                    borrow = i16::from(digit < 0);
                    sum[i] = digit as u8;
                }
            }
            sum
        };
        products.iter().fold([0; 32], |mut sum, (weight, value)| {
            let mut power = *value;
            for bit in 0..128 {
                if weight >> bit & 1 == 1 {
                    sum = plus(&sum, &power);
                }
                power = plus(&power, &power);
            }
            sum
        })
    }

    #[test]
    fn small_sums_are_themselves_and_r_is_zero() {
        let mut sum = Wide::default();
        sum.add_product(6, &word(7));
        sum.add_product(u128::MAX, &word(0));
        assert_eq!(sum.modulo_r(), word(42));
        let mut sum = Wide::default();
        sum.add_product(1, &R);
        assert_eq!(sum.modulo_r(), word(0));
        sum.add_product(u128::MAX, &R);
        sum.add_product(1, &word(5));
        assert_eq!(sum.modulo_r(), word(5));
    }

    #[test]
    fn sums_of_sixteen_products_are_those_of_doubling_and_adding() {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state ^ state >> 29
        };
        for _ in 0..30 {
            let products: [(u128, Word); 16] = core::array::from_fn(|_| {
                let mut value: Word = core::array::from_fn(|_| next() as u8);
                value[0] &= 0x1f;
                (u128::from(next()) << 64 | u128::from(next()), value)
            });
            let mut sum = Wide::default();
            for (weight, value) in &products {
                sum.add_product(*weight, value);
            }
            assert_eq!(sum.modulo_r(), slowly(&products));
        }
        // The largest there is: nothing runs over.
        let mut largest = R;
        largest[31] -= 1;
        let products = [(u128::MAX, largest); 16];
        let mut sum = Wide::default();
        for (weight, value) in &products {
            sum.add_product(*weight, value);
        }
        assert_eq!(sum.modulo_r(), slowly(&products));
    }
}
