use crate::color::{Rgb, rgb};
use crate::outline::Outline;
use crate::text::Text;
use crate::{HIDDEN, MAX_BYTES};

/// Where drops lie when nothing moves them: left, right, left, right.
const DROPS: [(i32, i32); 4] = [(44, 72), (214, 92), (40, 176), (212, 190)];

/// Writes the SVG of a hidden vector to `out` and returns its length; bytes behind it stay as they are.
///
/// Every vector has a picture, and none is longer than [`MAX_BYTES`].
pub fn portrait(hidden: &[i8; HIDDEN], out: &mut [u8; MAX_BYTES]) -> usize {
    let h = |i: usize| i32::from(hidden[i]);
    let shade = rgb(h(1) + 12, 12, 72);
    let outline = Outline::new(hidden);
    let eye = 15 + ((h(10) * 5) >> 7);
    let apart = eye + 8 + ((h(11) * 7 + 896) >> 7);
    let (left, right) = (128 - apart, 128 + apart);
    let look = (h(12) * 5) >> 7;
    let pupil = (eye * 9) >> 4;
    let wide = 15 + ((h(14) * 9) >> 7);

    let mut text = Text::new(out);
    text.put("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 256 256' role='img'><rect width='256' height='256' fill='");
    color(&mut text, rgb(h(0), 228, 252));
    text.put("'/><circle cx='128' cy='134' r='104' fill='");
    color(&mut text, rgb(h(0) + 80, 196, 246));
    text.put("'/><ellipse cx='128' cy='").number(outline.bottom() + 8).put("' rx='");
    text.number((outline.half_width() * 13) >> 4).put("' ry='8' fill='");
    color(&mut text, shade);
    text.put("' opacity='.22'/><g fill='");
    color(&mut text, rgb(h(1), 36, 156));
    text.put("'>");
    let drops = 1 + ((h(15) + 128) >> 6) as usize;
    for (k, (x, y)) in DROPS.into_iter().enumerate().take(drops) {
        let moved = |i: usize| (h(i) * 12) >> 7;
        let size = 7 + ((h(3 + k) * 4) >> 7);
        circle(&mut text, x + moved(9 - k), y + moved(5 - k), size);
    }
    text.put("<path d='");
    outline.write(&mut text);
    text.put("'/></g><ellipse cx='128' cy='180' rx='").number(outline.half_width() >> 1);
    text.put("' ry='21' fill='");
    color(&mut text, rgb(h(1) + 28, 130, 245));
    text.put("' opacity='.35'/><g fill='rgb(255,255,255)'><ellipse cx='").number(148 - apart);
    text.put("' cy='92' rx='9' ry='5' opacity='.3'/>");
    circle(&mut text, left, 138, eye);
    circle(&mut text, right, 138, eye);
    text.put("</g><g fill='");
    color(&mut text, shade);
    text.put("'>");
    circle(&mut text, left + look, 140, pupil);
    circle(&mut text, right + look, 140, pupil);
    text.put("</g><g fill='rgb(255,255,255)'>");
    circle(&mut text, left + look + 3, 136, 3);
    circle(&mut text, right + look + 3, 136, 3);
    text.put("</g><g fill='rgb(255,120,130)' opacity='.4'>");
    circle(&mut text, left - 8, 163, 8);
    circle(&mut text, right + 8, 163, 8);
    text.put("</g><path d='M").number(128 - wide).put(" 172Q128 ");
    text.number(176 + ((h(13) * 15) >> 7)).put(" ").number(128 + wide);
    text.put(" 172' fill='none' stroke='");
    color(&mut text, shade);
    text.put("' stroke-width='5' stroke-linecap='round'/></svg>");
    text.length()
}

#[inline(never)]
fn circle(text: &mut Text<'_>, x: i32, y: i32, r: i32) {
    text.put("<circle cx='").number(x).put("' cy='").number(y).put("' r='").number(r).put("'/>");
}

#[inline(never)]
fn color(text: &mut Text<'_>, [red, green, blue]: Rgb) {
    text.put("rgb(").number(red).put(",").number(green).put(",").number(blue).put(")");
}
