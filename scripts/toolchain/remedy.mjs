import { aptCommand, debianPackages, hasApt } from './debian.mjs'
import { findProgram } from './find-program.mjs'
import { findRustup } from './rustup.mjs'
import { pinnedRust, wasmTarget } from './version.mjs'

/**
 * What a person types to open a road on this machine.
 *
 * @param {import('./types.mjs').Machine} machine
 */
export function remedyFor(machine) {
  const lines = []
  const noLinker = machine.platform !== 'win32' && !findProgram('cc', machine.env)
  if (findRustup(machine.env)) {
    lines.push(
      `With a network, rustup brings it:\n  rustup toolchain install ${pinnedRust} --target ${wasmTarget}`,
    )
  } else {
    lines.push('Install rustup from https://rustup.rs (the labs then bring what they need).')
  }
  if (hasApt(machine)) {
    const command = aptCommand(debianPackages)
    lines.push(`Or, on Debian, its packages:\n  ${machine.root ? command : `sudo sh -c '${command}'`}`)
  }
  if (noLinker) {
    const command =
      machine.platform === 'darwin'
        ? 'xcode-select --install'
        : 'apt-get install -y gcc   (dnf, pacman, apk: gcc too)'
    lines.push(`rustup's Rust also needs a C compiler to link with:\n  ${command}`)
  }
  lines.push('Then run the same command again.')
  return lines.join('\n')
}
