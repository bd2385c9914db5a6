import { chromiumFinding } from './doctor/chromium.mjs'
import { diskFinding, folderFinding, lineEndingsFinding } from './doctor/clone.mjs'
import { gitFinding, nodeFinding, npmFinding, packagesFinding } from './doctor/node.mjs'
import { portFinding } from './doctor/ports.mjs'
import { linkerFinding, nativeFinding, roadFinding, rustupFinding } from './doctor/rust.mjs'
import { ToolchainError } from './errors.mjs'
import { thisMachine } from './machine.mjs'
import { rustToolchain } from './rust-toolchain.mjs'

/**
 * @typedef {import('./types.mjs').Finding} Finding
 * @typedef {import('./types.mjs').Machine} Machine
 */

/**
 * Looks at everything the labs need. Reads only; nothing is installed and no network is used.
 *
 * @param {object} [options]
 * @param {boolean} [options.fix] installs the road for wasm32 first (rustup, or Debian's packages after asking)
 * @param {Partial<Machine>} [options.machine]
 * @param {string} [options.cacheDir]
 * @returns {Promise<Finding[]>} in the order to show them
 */
export async function doctor(options = {}) {
  const machine = { ...thisMachine(), ...options.machine }
  const rust = await findRust({ ...options, machine })
  const findings = await Promise.all([
    nodeFinding(),
    npmFinding(machine),
    packagesFinding(),
    gitFinding(machine),
    rustupFinding(machine, rust),
    roadFinding(rust),
    linkerFinding(machine, rust),
    nativeFinding(machine, rust),
    chromiumFinding(machine),
    diskFinding(),
    portFinding(8547),
    portFinding(8548),
    folderFinding(machine),
    lineEndingsFinding(),
  ])
  return findings.filter((finding) => finding !== undefined)
}

/** @param {{ fix?: boolean, cacheDir?: string, machine: Machine }} options @returns {Promise<import('./doctor/rust.mjs').Rust>} */
async function findRust({ fix, cacheDir, machine }) {
  try {
    return await rustToolchain({ install: Boolean(fix), fresh: true, lints: true, cacheDir, machine })
  } catch (error) {
    if (error instanceof ToolchainError) return error
    throw error
  }
}
