import { wasmTarget } from './version.mjs'

/**
 * Arguments of cargo for a contract's lean artefact: the cdylib alone, 40 % less ink than built
 * together with an rlib.
 *
 * @param {import('./types.mjs').RustToolchain} toolchain
 * @param {'sdk' | 'raw'} kind on stylus-sdk (which needs `std`), or a `no_std` contract of one crate
 * @param {{ alloc?: boolean }} [options] the raw contract uses `alloc`
 */
export function wasmCargoArgs(toolchain, kind, { alloc = false } = {}) {
  const extra = toolchain.extraArgs.map((arg) =>
    kind === 'raw' ? arg.replace('build-std=std,', alloc ? 'build-std=core,alloc,' : 'build-std=core,') : arg,
  )
  return ['rustc', '--lib', '--release', '--target', wasmTarget, ...extra, '--crate-type', 'cdylib']
}
