use crate::Host;
use core::mem::MaybeUninit;

/// What an entry point returns when the call failed.
const REVERT: i32 = 1;

// #region run
/// Reads `N` bytes, runs `f`, writes its `M` bytes. Returns 1, a revert, for another length or a `None`.
///
/// The buffer is not filled before it is read into: `[0; N]` would be a loop over bytes, 268,000 ink for 196 of them.
#[inline]
pub fn run<const N: usize, const M: usize>(
    host: &mut (impl Host + ?Sized),
    len: usize,
    f: impl FnOnce(&[u8; N]) -> Option<[u8; M]>,
) -> i32 {
    if len != N {
        return REVERT;
    }
    let mut buffer = MaybeUninit::<[u8; N]>::uninit();
    // SAFETY: the buffer has room for N bytes, which is the calldata's length.
    unsafe { host.read_args(buffer.as_mut_ptr().cast()) }
    // SAFETY: `read_args` wrote all N bytes.
    let input = unsafe { buffer.assume_init_ref() };
    match f(input) {
        Some(output) => {
            host.write_result(&output);
            0
        }
        None => REVERT,
    }
}

// #endregion run
/// The same for calls whose length varies, up to `IN` bytes; `f` writes up to `OUT` bytes and says how many.
#[inline]
pub fn run_bytes<const IN: usize, const OUT: usize>(
    host: &mut (impl Host + ?Sized),
    len: usize,
    f: impl FnOnce(&[u8], &mut [u8]) -> Option<usize>,
) -> i32 {
    if len > IN {
        return REVERT;
    }
    let mut buffer = MaybeUninit::<[u8; IN]>::uninit();
    // SAFETY: the buffer has room for IN bytes, and the calldata has no more.
    unsafe { host.read_args(buffer.as_mut_ptr().cast()) }
    // SAFETY: `read_args` wrote the first `len` bytes, and only those are looked at.
    let input = unsafe { core::slice::from_raw_parts(buffer.as_ptr().cast(), len) };
    let mut output = [0; OUT];
    match f(input, &mut output).and_then(|written| output.get(..written)) {
        Some(written) => {
            host.write_result(written);
            0
        }
        None => REVERT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fake {
        calldata: &'static [u8],
        result: [u8; 8],
        written: Option<usize>,
    }

    // SAFETY: copies the whole calldata.
    unsafe impl Host for Fake {
        unsafe fn read_args(&mut self, into: *mut u8) {
            // SAFETY: the caller has room for the calldata; a test's calldata is no part of a buffer.
            unsafe { into.copy_from_nonoverlapping(self.calldata.as_ptr(), self.calldata.len()) }
        }

        fn write_result(&mut self, data: &[u8]) {
            self.result[..data.len()].copy_from_slice(data);
            self.written = Some(data.len());
        }
    }

    fn fake(calldata: &'static [u8]) -> Fake {
        Fake { calldata, result: [0; 8], written: None }
    }

    #[test]
    fn bytes_in_bytes_out() {
        let mut host = fake(&[2, 3]);
        assert_eq!(run(&mut host, 2, |&[a, b]| Some([a + b, a * b, 9])), 0);
        assert_eq!((&host.result[..3], host.written), (&[5, 6, 9][..], Some(3)));
    }

    #[test]
    fn another_length_or_none_reverts() {
        let mut host = fake(&[2, 3]);
        assert_eq!(run(&mut host, 2, |_: &[u8; 3]| Some([1])), 1);
        assert_eq!(run(&mut host, 2, |_: &[u8; 2]| None::<[u8; 1]>), 1);
        assert_eq!(run_bytes::<1, 8>(&mut host, 2, |_, _| Some(1)), 1);
        assert_eq!(run_bytes::<2, 8>(&mut host, 2, |_, _| None), 1);
        assert_eq!(run_bytes::<2, 8>(&mut host, 2, |_, _| Some(9)), 1);
        assert_eq!(host.written, None);
    }

    #[test]
    fn calls_of_any_length() {
        for calldata in [&[][..], &[7], &[7, 8, 9]] {
            let mut host = fake(calldata);
            let reverse = |input: &[u8], output: &mut [u8]| {
                for (to, from) in output.iter_mut().zip(input.iter().rev()) {
                    *to = *from;
                }
                Some(input.len())
            };
            assert_eq!(run_bytes::<4, 4>(&mut host, calldata.len(), reverse), 0);
            assert_eq!(host.written, Some(calldata.len()));
            assert!(host.result.iter().zip(calldata.iter().rev()).all(|(a, b)| a == b));
        }
    }
}
