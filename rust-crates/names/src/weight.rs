/// The largest score, 18 octaves of 512; 27 weights of it are less than 2^32.
const TOP: i32 = 18 * 512;

/// 2^(t / 512), drawn with straight lines between the powers of two. `t` lies between 0 and [`TOP`].
#[inline]
pub(crate) const fn weight(t: u32) -> u32 {
    (512 + (t & 511)) << (t >> 9)
}

/// For scores that are below 0 after some letters. Scores are far below 2^30, so this mask is that of the sign; with a
/// shift by 31 LLVM would make a `select` of it, which costs more.
#[inline]
pub(crate) const fn not_below(t: u32) -> u32 {
    let t = t as i32;
    weight((t & !(t >> 30)) as u32)
}

/// For scores that are above the top after some letters.
#[inline]
pub(crate) const fn not_above(t: u32) -> u32 {
    let over = t as i32 - TOP;
    weight((TOP + (over & (over >> 30))) as u32)
}

/// For scores that are both.
#[inline]
pub(crate) const fn clamped(t: u32) -> u32 {
    let t = t as i32;
    not_above((t & !(t >> 30)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_every_512() {
        assert_eq!(
            [weight(0), weight(256), weight(512), weight(9216)],
            [512, 768, 1024, 512 << 18]
        );
        for t in 0..9216 - 512 {
            assert_eq!(weight(t + 512), 2 * weight(t));
            assert!(weight(t + 1) > weight(t));
        }
    }

    #[test]
    fn clamps() {
        for t in -20_000_i32..20_000 {
            let wanted = weight(t.clamp(0, TOP) as u32);
            assert_eq!(clamped(t as u32), wanted, "{t}");
            if t >= 0 {
                assert_eq!(not_above(t as u32), wanted, "{t}");
            }
            if t <= TOP {
                assert_eq!(not_below(t as u32), wanted, "{t}");
            }
        }
    }
}
