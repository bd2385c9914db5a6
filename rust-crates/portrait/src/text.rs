use crate::MAX_BYTES;

/// ASCII text in a buffer that is known to be large enough: the longest portrait has 1,400 bytes. What would stand
/// behind its end is left out, so nothing here can panic.
pub(crate) struct Text<'a> {
    bytes: &'a mut [u8; MAX_BYTES],
    length: usize,
}

impl<'a> Text<'a> {
    pub(crate) const fn new(bytes: &'a mut [u8; MAX_BYTES]) -> Self {
        Self { bytes, length: 0 }
    }

    pub(crate) const fn length(&self) -> usize {
        self.length
    }

    #[inline]
    pub(crate) fn put(&mut self, text: &str) -> &mut Self {
        let end = self.length + text.len();
        if let Some(room) = self.bytes.get_mut(self.length..end) {
            room.copy_from_slice(text.as_bytes());
            self.length = end;
        }
        self
    }

    /// A whole number from 0 to 999.
    #[inline(never)]
    pub(crate) fn number(&mut self, value: i32) -> &mut Self {
        let value = value as u32;
        // Division by a constant: multiplications, exact below 1,000.
        let (hundreds, tens) = ((value * 41) >> 12, (value * 205) >> 11);
        if value > 99 {
            self.digit(hundreds);
        }
        if value > 9 {
            self.digit(tens - 10 * hundreds);
        }
        self.digit(value - 10 * tens);
        self
    }

    #[inline]
    fn digit(&mut self, digit: u32) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = b'0' + digit as u8;
            self.length += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_the_standard_library_writes_them() {
        extern crate std;
        for value in 0..1000 {
            let mut bytes = [0; MAX_BYTES];
            let mut text = Text::new(&mut bytes);
            text.number(value);
            let length = text.length();
            assert_eq!(bytes[..length], *std::format!("{value}").as_bytes());
        }
    }

    #[test]
    fn a_full_buffer_stays_as_it_is() {
        let mut bytes = [b'.'; MAX_BYTES];
        let mut text = Text { bytes: &mut bytes, length: MAX_BYTES - 1 };
        text.put("ab").number(12);
        assert_eq!(text.length(), MAX_BYTES);
        assert_eq!(bytes[MAX_BYTES - 2..], *b".1");
    }
}
