import type { Plan } from '../types.ts'

/** `lib.rs` and `host.rs` of a contract without the SDK. All `unsafe` is in `host.rs`. */
export function rawShell(plan: Plan): Record<string, string> {
  const { build, outputs } = plan
  const result = build === 'label' ? 'u8' : `[i32; ${outputs}]`
  const name = build === 'label' ? 'the label, one byte' : `${outputs} scores, int32 little-endian`
  return {
    'src/lib.rs': `//! Model "${plan.name}" as a contract without the SDK: packed input in, ${name} out. A wrong length or a value
//! out of range reverts.
#![no_std]

mod host;
mod kernel;

/// Bytes of a packed input.
const INPUT_BYTES: usize = ${plan.inputBytes};

/// Called by the chain with the length of the calldata. 0 is success, 1 reverts.
///
/// A call of another length is computed too, on whatever it holds, and then refused: that is arithmetic, where a branch
/// would take 5,700 ink of every call.
#[inline(always)]
pub fn run(length: usize) -> usize {
    let (input, out) = host::read_input();
    let in_range = kernel::${build}(input, out);
    let fine = (length == INPUT_BYTES) & in_range;
    host::write_output(out, fine);
    usize::from(!fine)
}

#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
`,
    'src/host.rs': `//! The two host calls, and memory of a fixed place for them: static buffers cost no stack and no clearing.

use crate::kernel::WORDS;

#[link(wasm_import_module = "vm_hooks")]
unsafe extern "C" {
    fn read_args(dest: *mut u8);
    fn write_result(data: *const u8, len: usize);
    fn pay_for_memory_grow(pages: u16);
}

unsafe extern "C" {
    /// Where the memory begins that nothing of this contract uses, filled with 0: the linker puts the symbol behind
    /// stack and statics, and there is no allocator.
    #[link_name = "__heap_base"]
    static mut INPUT: [u64; WORDS];
}

type Output = ${result};

static mut OUTPUT: Output = ${build === 'label' ? '0' : `[0; ${outputs}]`};

/// The arguments of the call, all of them, so that calls of any length may come. Where they are longer than \`WORDS\`
/// words, the rest lies in memory that is nobody's; where they pass the end of memory the host refuses the call.
pub fn read_input() -> (&'static [u64; WORDS], &'static mut Output) {
    // SAFETY: one thread, and the entry point calls this once, before anything reads either place. The host writes
    // from \`INPUT\` on, behind all objects of this contract, and the kernel's ${plan.inputBytes} bytes are within the first page.
    unsafe {
        read_args((&raw mut INPUT).cast());
        (&*(&raw const INPUT), &mut *(&raw mut OUTPUT))
    }
}

/// Sets the result of the call, or an empty one.
pub fn write_output(out: &Output, whole: bool) {
    // SAFETY: the host reads at most the bytes of \`out\`.
    unsafe { write_result((&raw const *out).cast(), usize::from(whole) * size_of::<Output>()) }
}

/// Never called. Activation wants the import, because rustc leaves the memory growable.
#[unsafe(no_mangle)]
pub extern "C" fn mark_used() {
    // SAFETY: no memory is touched.
    unsafe { pay_for_memory_grow(0) }
}

/// The entry point that Stylus calls.
#[unsafe(no_mangle)]
pub extern "C" fn user_entrypoint(length: usize) -> usize {
    crate::run(length)
}
`,
  }
}
