import type { Hex } from 'viem'

/** A contract that every prepared chain has, deployed through the CREATE2 factory with salt 0. */
export interface Predeploy {
  readonly name: string
  /** Follows from `initCode`, the factory and salt 0 (EIP-1014). */
  readonly address: Hex
  /** What is sent to the factory. */
  readonly initCode: Hex
  /** What is on the chain afterwards. */
  readonly runtimeCode: Hex
}
