use super::error::{ShapeError, ensure};
use super::window::Window;

/// Largest value of each window; see [`MaxPool2d`](crate::MaxPool2d).
///
/// # Errors
///
/// When a slice does not have the length that the window asks for, or the window has padding.
pub fn max_pool2d(window: &Window, input: &[i32], out: &mut [i32]) -> Result<(), ShapeError> {
    let [height, width] = window.output()?;
    let channels = window.input[2];
    ensure("window", window.padding.iter().sum(), 0)?;
    ensure("input", input.len(), window.input.iter().product())?;
    ensure("output", out.len(), height * width * channels)?;
    let mut out = out.iter_mut();
    for y in 0..height {
        for x in 0..width {
            for channel in 0..channels {
                let mut largest = i32::MIN;
                for row in 0..window.size[0] {
                    for column in 0..window.size[1] {
                        if let Some(pixel) = window.pixel([y, x], [row, column]) {
                            largest = largest.max(input[pixel + channel]);
                        }
                    }
                }
                if let Some(value) = out.next() {
                    *value = largest;
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_may_overlap_and_leave_a_rest() {
        let window = Window { input: [1, 6, 1], size: [1, 3], stride: [1, 2], padding: [0; 4] };
        let mut out = [0; 2];
        max_pool2d(&window, &[1, 2, 9, -1, -2, 99], &mut out).unwrap();
        assert_eq!(out, [9, 9]);
        let padded = Window { padding: [0, 1, 0, 0], ..window };
        assert!(max_pool2d(&padded, &[0; 6], &mut out).is_err());
    }
}
