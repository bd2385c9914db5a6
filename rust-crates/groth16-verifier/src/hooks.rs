use crate::{Bn254, Keccak, Word};

#[link(wasm_import_module = "vm_hooks")]
unsafe extern "C" {
    fn static_call_contract(
        contract: *const u8,
        calldata: *const u8,
        calldata_len: usize,
        gas: u64,
        return_data_len: *mut usize,
    ) -> u8;
    fn native_keccak256(bytes: *const u8, len: usize, output: *mut u8);
    fn read_return_data(dest: *mut u8, offset: usize, size: usize) -> usize;
}

/// The precompiles of a Stylus chain.
#[derive(Clone, Copy, Debug, Default)]
pub struct VmHooks;

impl Bn254 for VmHooks {
    fn static_call(
        &mut self,
        address: u8,
        gas: u64,
        input: &[u8],
        output: &mut [u8],
    ) -> Option<usize> {
        let mut contract = [0_u8; 20];
        contract[19] = address;
        let mut length = 0;
        // SAFETY: 20 bytes of address, a slice's pointer and length, and room for one length.
        let status = unsafe {
            static_call_contract(
                contract.as_ptr(),
                input.as_ptr(),
                input.len(),
                gas,
                &raw mut length,
            )
        };
        // SAFETY: the host writes at most `size` bytes, the slice's length.
        unsafe { read_return_data(output.as_mut_ptr(), 0, output.len()) };
        (status == 0).then_some(length)
    }
}

impl Keccak for VmHooks {
    fn keccak256(&mut self, input: &[u8]) -> Word {
        let mut hash = [0; 32];
        // SAFETY: a slice's pointer and length, and room for the 32 bytes that the host writes.
        unsafe { native_keccak256(input.as_ptr(), input.len(), hash.as_mut_ptr()) };
        hash
    }
}
