import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Machine } from './types.mjs'

/** A machine made of shell scripts, for tests: nothing on it until it is put there. */
export function fakeMachine() {
  const dir = mkdtempSync(join(tmpdir(), 'inkling-machine-'))
  const bin = join(dir, 'bin')
  const prefix = join(dir, 'system')
  const home = join(dir, 'home')
  const file = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const program = (path: string, script: string) => {
    file(path, `#!/bin/sh\n${script}\n`)
    chmodSync(path, 0o755)
  }
  mkdirSync(bin, { recursive: true })
  for (const name of ['touch', 'mkdir', 'sleep', 'chmod', 'cat', 'date'])
    program(join(bin, name), `exec /bin/${name} "$@"`)
  const machine: Machine = { env: { PATH: bin, HOME: home }, prefix, platform: process.platform, root: true }

  /** A rustc that says its version and makes whatever file `-o` names. */
  const rustc = (version: string) =>
    `case "$1" in --version) echo "rustc ${version} (fake)"; exit 0;; esac\nwhile [ $# -gt 0 ]; do [ "$1" = -o ] && : > "$2"; shift; done`

  return {
    dir,
    bin,
    machine,
    log: join(dir, 'log'),
    program: (name: string, script: string) => program(join(bin, name), script),
    cc: () => program(join(bin, 'cc'), 'exit 0'),
    toolchain(version: string, options: { target?: boolean; lints?: boolean } = {}) {
      const at = join(home, '.rustup/toolchains', `${version}-x86_64-fake`)
      program(join(at, 'bin/rustc'), rustc(version))
      program(join(at, 'bin/cargo'), 'exit 0')
      if (options.target) file(join(at, 'lib/rustlib/wasm32-unknown-unknown/lib/libstd-1.rlib'), '')
      if (options.lints)
        for (const name of ['cargo-fmt', 'rustfmt', 'cargo-clippy', 'clippy-driver'])
          program(join(at, 'bin', name), 'exit 0')
      return at
    },
    /** What `apt-get install` of the four packages leaves. `without` leaves something out. */
    debian(version: string, without: 'sources' | 'linker' | 'nothing' = 'nothing') {
      program(join(prefix, 'usr/bin/rustc'), rustc(version))
      program(join(prefix, 'usr/bin/cargo'), 'exit 0')
      if (without !== 'linker') program(join(prefix, 'usr/bin/wasm-ld-19'), 'exit 0')
      if (without !== 'sources') file(join(prefix, 'usr/lib/rustlib/src/rust/library/Cargo.lock'), '')
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}
