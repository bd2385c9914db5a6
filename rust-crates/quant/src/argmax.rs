/// Index of the highest score; the lowest index wins a tie. 0 for an empty list.
///
/// ```
/// use inkling_quant::argmax;
/// assert_eq!(argmax(&[3, 9, 9, -1]), 1);
/// ```
#[inline]
#[must_use]
pub const fn argmax(scores: &[i32]) -> usize {
    let mut best = 0;
    let mut i = 1;
    while i < scores.len() {
        if scores[i] > scores[best] {
            best = i;
        }
        i += 1;
    }
    best
}

/// The label of a model with two labels and one score: 1 when the score is above 0, else 0.
///
/// ```
/// use inkling_quant::sign;
/// assert_eq!((sign(5), sign(0), sign(-5)), (1, 0, 0));
/// ```
#[inline]
#[must_use]
pub const fn sign(score: i32) -> usize {
    (score > 0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mulberry32;

    #[test]
    fn first_of_the_highest() {
        let mut random = Mulberry32::new(3);
        for _ in 0..5_000 {
            let mut scores = [0; 7];
            let n = 1 + random.below(7) as usize;
            // Few different values, so that ties are common.
            scores.fill_with(|| random.below(4) as i32 - 2);
            let best = argmax(&scores[..n]);
            assert!(scores[..n].iter().all(|&score| score <= scores[best]));
            assert!(scores[..best].iter().all(|&score| score < scores[best]));
        }
        assert_eq!(argmax(&[]), 0);
        assert_eq!(argmax(&[i32::MIN, i32::MIN]), 0);
    }
}
