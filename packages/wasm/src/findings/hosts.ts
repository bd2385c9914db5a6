import { hostsOf, type Reach } from './reach.ts'
import type { FindingId } from './types.ts'

type Found = { id: FindingId; detail: string }

/** Findings that follow from which host functions the entrypoint reaches, and which it doesn't. */
export function hostFindings(reach: Reach): Found[] {
  const hosts = hostsOf(reach)
  const used = (...names: string[]) => names.filter((name) => hosts.has(name))
  const any = (...names: string[]) => used(...names).length > 0
  const writes = used('storage_cache_bytes32')
  const blocks = used('block_timestamp', 'block_number', 'block_coinbase', 'block_basefee')
  const found: Found[] = []
  const add = (id: FindingId, names: string[]) => {
    if (names.length > 0) found.push({ id, detail: names.join(', ') })
  }
  if (!any('msg_sender', 'tx_origin')) add('anyone-writes', writes)
  if (!any('storage_flush_cache')) add('lost-writes', writes)
  add('delegate-call', used('delegate_call_contract'))
  add('origin', used('tx_origin'))
  add('block-values', blocks)
  if (writes.length > 0 && !any('msg_reentrant')) add('reentrancy', used('call_contract'))
  add('foreign-code', used('account_code'))
  add('gas-dependent', used('evm_gas_left', 'evm_ink_left'))
  if (
    reach.entry !== undefined &&
    !any('msg_value', 'call_contract', 'delegate_call_contract', 'create1', 'create2')
  )
    found.push({ id: 'keeps-ether', detail: 'no msg_value' })
  return found
}
