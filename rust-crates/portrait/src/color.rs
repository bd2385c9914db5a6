/// Red, green, blue.
pub(crate) type Rgb = [i32; 3];

/// A color of a hue (a turn has 256 steps; what is outside goes round), its channels from `low` to `high`.
pub(crate) fn rgb(hue: i32, low: i32, high: i32) -> Rgb {
    let turn = (hue & 255) * 6;
    let channel = |distance: i32| low + (((high - low) * distance.clamp(0, 256)) >> 8);
    [
        channel((turn - 768).abs() - 256),
        channel(512 - (turn - 512).abs()),
        channel(512 - (turn - 1024).abs()),
    ]
}

#[cfg(test)]
mod tests {
    use super::rgb;

    #[test]
    fn the_six_corners() {
        // A sixth of a turn is 256 / 6 steps, so only three corners lie on a step.
        assert_eq!(rgb(0, 0, 255), [255, 0, 0]);
        assert_eq!(rgb(128, 0, 255), [0, 255, 255]);
        assert_eq!(rgb(256, 0, 255), rgb(0, 0, 255));
        assert_eq!(rgb(-1, 10, 200), rgb(255, 10, 200));
    }

    #[test]
    fn between_low_and_high() {
        for hue in 0..256 {
            for channel in rgb(hue, 36, 156) {
                assert!((36..=156).contains(&channel));
            }
        }
    }
}
