/// The two host calls that a pure function needs. [`VmHooks`](crate) is the chain's; tests bring their own.
///
/// # Safety
///
/// `read_args` has to write the whole calldata, as many bytes as the entry point was told, to `into`.
pub unsafe trait Host {
    /// Copies the calldata to `into`.
    ///
    /// # Safety
    ///
    /// `into` is valid for writes of the calldata's length.
    unsafe fn read_args(&mut self, into: *mut u8);

    /// Sets what the call returns.
    fn write_result(&mut self, data: &[u8]);
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use super::Host;

    #[link(wasm_import_module = "vm_hooks")]
    unsafe extern "C" {
        fn read_args(dest: *mut u8);
        fn write_result(data: *const u8, len: usize);
        fn pay_for_memory_grow(pages: u16);
    }

    /// For the macro [`entry!`](crate::entry), which exports a function that calls it: a module whose memory may grow
    /// has to import what growing is paid with, and the linker drops what nobody uses. Nothing calls that function.
    #[doc(hidden)]
    pub fn keep_import() {
        // SAFETY: takes a number; 0 pages change nothing.
        unsafe { pay_for_memory_grow(0) }
    }

    /// The host calls of a Stylus chain.
    #[derive(Debug)]
    pub struct VmHooks(());

    impl VmHooks {
        /// For the macro [`entry!`](crate::entry).
        #[doc(hidden)]
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub const fn new() -> Self {
            Self(())
        }
    }

    // SAFETY: the chain's `read_args` copies all of the calldata, whose length it gave to the entry point.
    unsafe impl Host for VmHooks {
        #[inline]
        unsafe fn read_args(&mut self, into: *mut u8) {
            // SAFETY: the caller's `into` takes the whole calldata.
            unsafe { read_args(into) }
        }

        #[inline]
        fn write_result(&mut self, data: &[u8]) {
            // SAFETY: the pointer and the length are a slice's.
            unsafe { write_result(data.as_ptr(), data.len()) }
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub use wasm::{VmHooks, keep_import};
