/**
 * Builds the name service, the raw contract of `rust-crates/names`, and writes `data/name-service.hex`: what stands on
 * chain, `EFF00000` and the compressed program. `npm run lab -- run labs/09-mind-nft/make-name-service.ts`
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toHex } from 'viem'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { rustToolchain } from '../../scripts/toolchain/index.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const target = here('../../.work/target-names')
const { cargo, env, extraArgs } = await rustToolchain({ install: false })
const args = ['rustc', '-p', 'inkling-names', '--example', 'name', '--release']
args.push('--target', 'wasm32-unknown-unknown', ...extraArgs, '--crate-type', 'cdylib')
const built = spawnSync(cargo, args, {
  cwd: here('../../rust-crates'),
  env: { ...process.env, ...env, CARGO_TARGET_DIR: target },
  stdio: 'inherit',
})
if (built.status !== 0) process.exit(1)
const wasm = readFileSync(`${target}/wasm32-unknown-unknown/release/examples/name.wasm`)
const { code } = await prepareProgram(new Uint8Array(wasm), 51)
writeFileSync(here('data/name-service.hex'), `${toHex(code)}\n`)
console.log(`wrote data/name-service.hex, ${code.length} bytes`)
