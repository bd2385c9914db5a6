use crate::HIDDEN;
use crate::text::Text;

/// Directions of the eight radii from the tip to the bottom, a seventh of a half turn apart: 256 sin and 256 cos.
const SIN: [i32; 8] = [0, 111, 200, 250, 250, 200, 111, 0];
const COS: [i32; 8] = [256, 231, 160, 57, -57, -160, -231, -256];
/// Radii of a calm drop, and how far a value of 128 would change them.
const RADIUS: [i32; 8] = [104, 72, 68, 74, 76, 80, 76, 72];
const REACH: [i32; 8] = [14, 20, 20, 18, 16, 16, 18, 10];
const CENTER_Y: i32 = 142;

/// The drop's outline: its right half as distances from the middle and heights, from the tip to the bottom.
pub(crate) struct Outline([(i32, i32); 8]);

impl Outline {
    /// From hidden values 2 to 9.
    pub(crate) fn new(hidden: &[i8; HIDDEN]) -> Self {
        Self(core::array::from_fn(|k| {
            let r = RADIUS[k] + ((i32::from(hidden[2 + k]) * REACH[k]) >> 7);
            ((r * SIN[k]) >> 8, CENTER_Y - ((r * COS[k]) >> 8))
        }))
    }

    /// Half the drop's width below the eyes.
    pub(crate) const fn half_width(&self) -> i32 {
        self.0[4].0
    }

    pub(crate) const fn bottom(&self) -> i32 {
        self.0[7].1
    }

    /// A quadratic curve with the radii's ends as control points, from the middle of one edge to the middle of the
    /// next, down on the right and up on the left.
    pub(crate) fn write(&self, text: &mut Text<'_>) {
        let point = |k: usize| {
            let (x, y) = self.0[if k < 8 { k } else { 14 - k }];
            (if k < 8 { 128 + x } else { 128 - x }, y)
        };
        let mut from = point(1);
        let tip = point(0);
        text.put("M").number((tip.0 + from.0) >> 1).put(" ").number((tip.1 + from.1) >> 1);
        for k in 2..16 {
            let to = point(if k < 14 { k } else { k - 14 });
            text.put("Q").number(from.0).put(" ").number(from.1).put(" ");
            text.number((from.0 + to.0) >> 1).put(" ").number((from.1 + to.1) >> 1);
            from = to;
        }
        text.put("Z");
    }
}
