import { HOST_INK } from '../../../../packages/wasm/src/hostPrices.ts'

/** A host call's price: ink that it always takes, and in words what comes on top. */
export interface HostRow {
  name: string
  /** Ink bought before anything else. */
  ink: number
  more: string
}

const { call: H, pointer: P, evm: A, div, addMod, mulMod } = HOST_INK
const copyIn = `${P.toLocaleString('en-US')} for copying in, 30 a byte above 32`
const copyOut = `${(16_381).toLocaleString('en-US')} for copying out, 55 a byte above 32`
const account = '2,600 gas cold, 100 warm'

const rows: [names: string, ink: number, more: string][] = [
  ['read_args', H, copyIn],
  ['write_result', H, `twice ${copyOut}`],
  ['exit_early', 0, 'ends the program'],
  ['storage_load_bytes32', H + 2 * P, 'in a call again: nothing; first: 2,100 gas cold or 100 warm, and 5'],
  [
    'storage_cache_bytes32',
    H + 2 * P,
    'needs 2,310 gas left; from the ninth slot on 7 gas, from the 65th on 10',
  ],
  ['storage_flush_cache', H + A, "needs 2,300 gas left; each dirty slot at the EVM's price of a store"],
  ['transient_load_bytes32 transient_store_bytes32', H + 2 * P + A, '100 gas'],
  ['call_contract', H + 3 * P + A, `twice ${copyOut}; the EVM's price of the call, and the callee`],
  [
    'delegate_call_contract static_call_contract',
    H + 3 * P + A,
    `twice ${copyOut}; the EVM's price of the call, and the callee`,
  ],
  ['create1', H + 3 * P + A, `twice ${copyOut}; the EVM's price of a creation`],
  ['create2', H + 4 * P + A, `twice ${copyOut}; the EVM's price of a creation`],
  ['read_return_data', H + A, copyIn],
  ['return_data_size', H, ''],
  ['emit_log', H + A, `${copyOut}; 375 gas, as much a topic, 8 a byte`],
  ['account_balance account_codehash', H + 2 * P + A, account],
  [
    'account_code',
    H + A,
    `3,300 gas cold, 800 warm, none for the account asked last; ${copyIn}, of the whole code`,
  ],
  ['account_code_size', H + A, '3,300 gas cold, 800 warm, none for the account asked last'],
  [
    'evm_gas_left evm_ink_left block_gas_limit block_number block_timestamp chainid msg_reentrant tx_ink_price',
    H,
    '',
  ],
  ['block_basefee block_coinbase contract_address msg_sender tx_origin msg_value tx_gas_price', H + P, ''],
  ['math_div math_mod', H + 3 * P + div, ''],
  ['math_pow', H + 3 * P, '3,000, and 17,500 for each byte of the exponent, and one more'],
  ['math_add_mod', H + 4 * P + addMod, ''],
  ['math_mul_mod', H + 4 * P + mulMod, ''],
  ['native_keccak256', 121_800, '21,000 for each 32 bytes above 64'],
  ['pay_for_memory_grow', 0, 'no page: 8,400; else the gas of the pages'],
]

/** Every host call by name. Source: Stylus VM notes, 2.1 and 2.2; a test holds the fixed part to the devnode's. */
export const hostRows: HostRow[] = rows
  .flatMap(([names, ink, more]) => names.split(' ').map((name) => ({ name, ink, more })))
  .sort((a, b) => a.name.localeCompare(b.name))
