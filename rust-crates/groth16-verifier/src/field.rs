/// An integer of 256 bits, big-endian: how the EVM writes numbers, and how the precompiles take them.
pub type Word = [u8; 32];

/// Order of the curve's groups: public signals are integers below it. BN254, EIP-196.
pub const R: Word = word("30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001");

/// Prime of the coordinates. BN254, EIP-196.
pub const P: Word = word("30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47");

/// Whether `value` is below `bound`. Big-endian words compare as their bytes do.
#[must_use]
pub fn is_below(value: &Word, bound: &Word) -> bool {
    value < bound
}

/// `P - y`: the y of the point with the other sign. 0 stays 0, and so does the point at infinity.
///
/// `y` has to be below [`P`]; the result of another one means nothing.
#[must_use]
pub fn negated(y: &Word) -> Word {
    if y.iter().all(|&byte| byte == 0) {
        return *y;
    }
    let mut result = P;
    let mut borrow = false;
    for (digit, &byte) in result.iter_mut().zip(y).rev() {
        let (less, first) = digit.overflowing_sub(byte);
        let (less, second) = less.overflowing_sub(u8::from(borrow));
        borrow = first || second;
        *digit = less;
    }
    result
}

const fn word(hex: &str) -> Word {
    let digits = hex.as_bytes();
    assert!(digits.len() == 64);
    let mut bytes = [0; 32];
    let mut i = 0;
    while i < 32 {
        bytes[i] = digit(digits[2 * i]) * 16 + digit(digits[2 * i + 1]);
        i += 1;
    }
    bytes
}

const fn digit(ascii: u8) -> u8 {
    match ascii {
        b'0'..=b'9' => ascii - b'0',
        b'a'..=b'f' => ascii - b'a' + 10,
        _ => panic!("no hexadecimal digit"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One less, for numbers above 0.
    fn before(value: &Word) -> Word {
        let mut result = *value;
        for digit in result.iter_mut().rev() {
            let (less, borrow) = digit.overflowing_sub(1);
            *digit = less;
            if !borrow {
                break;
            }
        }
        result
    }

    #[test]
    fn a_bound_is_not_below_itself() {
        for bound in [P, R] {
            assert!(!is_below(&bound, &bound));
            assert!(is_below(&before(&bound), &bound));
            assert!(is_below(&[0; 32], &bound));
            assert!(!is_below(&[0xff; 32], &bound));
        }
        assert!(is_below(&R, &P));
    }

    #[test]
    fn negation_is_its_own_inverse_and_keeps_zero() {
        assert_eq!(negated(&[0; 32]), [0; 32]);
        let one = core::array::from_fn(|i| u8::from(i == 31));
        assert_eq!(negated(&one), before(&P));
        for seed in 0..200_u8 {
            let mut y: Word =
                core::array::from_fn(|i| seed.wrapping_mul(31).wrapping_add((i * i) as u8));
            y[0] &= 0x1f;
            assert_eq!(negated(&negated(&y)), y);
        }
    }
}
