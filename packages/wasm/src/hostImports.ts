/** A signature in short form: one letter a value (i = i32, I = i64, f = f32, F = f64), parameters, then results. */
export type Signature = { params: string; results: string }

const sig = (text: string): Signature => {
  const [params = '', results = ''] = text.split('->')
  return { params, results }
}

const table = (rows: Record<string, string>): ReadonlyMap<string, Signature> =>
  new Map(
    Object.entries(rows).flatMap(([s, names]) => names.split(' ').map((name) => [name, sig(s)] as const)),
  )

/** The 42 functions of the `vm_hooks` module with the exact signatures that activation asks for. */
export const VM_HOOKS = table({
  'i->':
    'read_args exit_early storage_flush_cache block_basefee block_coinbase contract_address msg_sender tx_origin msg_value tx_gas_price pay_for_memory_grow',
  'ii->':
    'write_result storage_load_bytes32 storage_cache_bytes32 transient_load_bytes32 transient_store_bytes32 account_balance account_codehash math_div math_mod math_pow',
  'iii->': 'emit_log math_add_mod math_mul_mod native_keccak256',
  'iiiiIi->i': 'call_contract',
  'iiiIi->i': 'delegate_call_contract static_call_contract',
  'iiiii->': 'create1',
  'iiiiii->': 'create2',
  'iii->i': 'read_return_data',
  '->i': 'return_data_size msg_reentrant tx_ink_price',
  'iiii->i': 'account_code',
  'i->i': 'account_code_size',
  '->I': 'evm_gas_left evm_ink_left block_gas_limit block_number block_timestamp chainid',
})

/** Functions of the `console` module: development chains only. */
export const CONSOLE = table({
  'ii->': 'log_txt',
  'i->': 'log_i32',
  'I->': 'log_i64',
  'f->': 'log_f32',
  'F->': 'log_f64',
  'i->i': 'tee_i32',
  'I->I': 'tee_i64',
  'f->f': 'tee_f32',
  'F->F': 'tee_f64',
})
