import { rustToolchain } from '../toolchain/index.mjs'

/**
 * Whether contracts can be built here without installing anything. With `CI` set the answer is always yes: there a
 * missing Rust has to fail.
 */
export async function hasRust(): Promise<boolean> {
  if (process.env.CI) return true
  return rustToolchain({ install: false }).then(
    () => true,
    () => false,
  )
}
