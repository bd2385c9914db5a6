#![doc = include_str!("../README.md")]
#![no_std]
#![deny(unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks)]

mod host;
mod run;

pub use host::Host;
#[cfg(target_arch = "wasm32")]
pub use host::{VmHooks, keep_import};
pub use run::{run, run_bytes};

/// Makes a function the entry point of a raw contract.
///
/// `entry!(classify)` exports `user_entrypoint` around `fn classify(&[u8; N]) -> Option<[u8; M]>`; a call of another
/// length than `N`, or a `None`, reverts without data. `entry!(bytes run, 4096, 64)` does so for
/// `fn run(&[u8], &mut [u8]) -> Option<usize>`, with calls of up to 4,096 bytes and answers of up to 64.
///
/// It also brings the panic handler, which traps: a trap reverts as well. On anything but wasm32 the macro only checks
/// the function's type, so a contract's crate compiles, and is tested, natively.
#[macro_export]
macro_rules! entry {
    (bytes $run:path, $most_in:expr, $most_out:expr) => {
        $crate::entry!(@export |host, len| $crate::run_bytes::<$most_in, $most_out>(host, len, $run));
    };
    ($run:path) => {
        $crate::entry!(@export |host, len| $crate::run(host, len, $run));
    };
    (@export |$host:ident, $len:ident| $call:expr) => {
        /// What a Stylus node calls: 0 is success, all else a revert.
        #[cfg(target_arch = "wasm32")]
        // SAFETY: no other function of a contract has this name; the module could not be linked.
        #[unsafe(no_mangle)]
        pub extern "C" fn user_entrypoint($len: usize) -> i32 {
            let $host = &mut $crate::VmHooks::new();
            $call
        }

        #[cfg(target_arch = "wasm32")]
        // SAFETY: as above.
        #[unsafe(no_mangle)]
        pub extern "C" fn mark_used() {
            $crate::keep_import();
        }

        #[cfg(target_arch = "wasm32")]
        #[panic_handler]
        fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
            core::arch::wasm32::unreachable()
        }

        #[cfg(not(target_arch = "wasm32"))]
        const _: fn(&mut dyn $crate::Host, usize) -> i32 = |$host, $len| $call;
    };
}
