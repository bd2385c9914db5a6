/** What the recorded runner takes from viem and viem/accounts. */
export { getContractAddress, keccak256, serializeTransaction, toHex } from 'viem'
export { privateKeyToAccount } from 'viem/accounts'
