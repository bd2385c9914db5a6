import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { CARGO_STYLUS } from '../node-prepare/nitro.ts'
import { rustToolchain } from '../toolchain/index.mjs'

export interface Ran {
  code: number
  output: string
}

/** Finds the tool and the compiler, and gives a function that runs `cargo stylus ARGS` in a folder. */
export async function stylusCommand(cwd: string): Promise<(...args: string[]) => Promise<Ran>> {
  const tool = findTool()
  const rust = await rustToolchain()
  const env: NodeJS.ProcessEnv = { ...process.env, ...rust.env, NO_COLOR: '1' }
  // what a learner's own `cargo stylus` would not pass either
  delete env.CARGO_ENCODED_RUSTFLAGS
  // Debian has no compiled standard library for wasm32: it is built along
  if (rust.road === 'debian') env.CARGO_UNSTABLE_BUILD_STD = 'std,panic_abort'
  env.CARGO_TARGET_DIR ??= join(root, '.work', 'cargo-stylus')
  env.PATH = [dirname(rust.cargo), env.PATH, dirname(tool)].join(delimiter)
  const run = (...args: string[]) => capture(rust.cargo, ['stylus', ...args], { cwd, env })
  const { output } = await capture(tool, ['--version'], { cwd, env })
  const version = /\d+\.\d+\.\d+/.exec(output)?.[0]
  if (version !== undefined && version !== CARGO_STYLUS)
    throw new Error(`${tool} is version ${version}; this check is about ${CARGO_STYLUS}. ${INSTALL}`)
  return run
}

const INSTALL = `Install it with: cargo install cargo-stylus --version ${CARGO_STYLUS} --locked`

function findTool(): string {
  const name = process.platform === 'win32' ? 'cargo-stylus.exe' : 'cargo-stylus'
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin'),
  ]
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
  if (!found) throw new Error(`There is no cargo-stylus in PATH. ${INSTALL}`)
  return found
}

function capture(
  file: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(file, args, { ...options, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0
      resolve({ code, output: `${stderr}${stdout}` })
    })
    child.stdin?.end()
  })
}
