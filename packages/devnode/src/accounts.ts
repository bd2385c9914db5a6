import { privateToAddress } from '@ethereumjs/util'
import { bytesToHex, hexToBytes } from './bytes.ts'
import { DEV_ADDRESS, DEV_PRIVATE_KEY, TEST_PRIVATE_KEYS } from './constants.ts'

/** Addresses of the published keys, so that a start does not spend 40 ms on elliptic curves. */
const TEST_ADDRESSES = [
  'f39fd6e51aad88f6f4ce6ab8827279cfffb92266',
  '70997970c51812dc3a010c7d01b50e0d17dc79c8',
  '3c44cdddb6a900fa2b585dd299e03d12fa4293bc',
  '90f79bf6eb2c4f870365e785982e1f101e93b906',
  '15d34aaf54267db7d7c367839aaf71a00a2c6a65',
  '9965507d1a55bcc2695c58ba16fb37d819b0a4dc',
  '976ea74026e726554db657fa54763abd0c3a0aa9',
  '14dc79964da2c08b23698b3d3cc7ca32193d9955',
  '23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f',
  'a0ee7a142d267c1f36714e4a8f75612f20a79720',
]
const PUBLISHED = new Map<string, string>([
  [DEV_PRIVATE_KEY, DEV_ADDRESS.slice(2)],
  ...TEST_PRIVATE_KEYS.map((key, i) => [key, TEST_ADDRESSES[i] as string] as const),
])

/** Address of a private key. Hex in (with or without prefix), hex out without prefix. */
export function accountOf(privateKey: string): string {
  return PUBLISHED.get(privateKey) ?? bytesToHex(privateToAddress(hexToBytes(privateKey)))
}
