import type { FunctionType, WasmModule } from '../decodeModule.ts'
import { StylusRuleError } from '../errors.ts'
import type { Signature } from '../hostImports.ts'
import { LIMITS } from '../prices.ts'
import { readModuleName } from '../readFunctionNames.ts'
import type { StylusRules } from '../rules.ts'
import { refuseCount } from './refuseCount.ts'
import { sameSignature, showSignature, signature } from './signature.ts'

/** Exports: `memory` and `user_entrypoint` must be there, reserved names must not. */
export function checkExports(
  m: WasmModule,
  types: readonly (FunctionType | undefined)[],
  rules: StylusRules,
): void {
  const imported = new Set(m.imports.map((i) => i.name))
  for (const e of m.exports) {
    // the part after the last "__" counts, as if it were namespaced
    const at = e.name.lastIndexOf('__')
    const name = at < 0 ? e.name : e.name.slice(at + 2)
    if (name.startsWith('stylus')) {
      throw new StylusRuleError(
        'reserved-name',
        `The export "${e.name}" is reserved (it reads as "${name}")`,
        'Rename the #[no_mangle] item: no name may start with "stylus", nor after a double underscore.',
      )
    }
    if (imported.has(name)) {
      throw new StylusRuleError(
        'export-is-import',
        `The export "${e.name}" has the name of an imported host function`,
        'Rename the #[no_mangle] function.',
      )
    }
  }
  const memory = m.exports.find((e) => e.name === 'memory')
  if (memory?.kind !== 'memory') {
    throw new StylusRuleError(
      'memory-export',
      'The module does not export its memory as "memory"',
      'Build a cdylib for wasm32-unknown-unknown; that exports it.',
    )
  }
  const entry = m.exports.find((e) => e.name === 'user_entrypoint')
  if (!entry) {
    throw new StylusRuleError(
      'entrypoint',
      'The module has no export "user_entrypoint"',
      'Put #[entrypoint] on the contract, and build the crate that has it as a cdylib.',
    )
  }
  const expected: Signature = { params: 'i', results: 'i' }
  const type = entry.kind === 'function' ? types[entry.index] : undefined
  if (!type || !sameSignature(signature(type), expected)) {
    const actual = type ? `a function ${showSignature(signature(type))}` : `a ${entry.kind}`
    throw new StylusRuleError(
      'entrypoint',
      `The export "user_entrypoint" is ${actual}; it must be a function ${showSignature(expected)}`,
      'Declare it as extern "C" fn user_entrypoint(len: usize) -> usize.',
    )
  }
  if (m.start !== undefined && !rules.debug) {
    throw new StylusRuleError(
      'start',
      'The module has a start function',
      'Nothing may run before the entrypoint: remove static constructors (crates like ctor) and --export=_start.',
    )
  }
  if (!rules.debug) return // elsewhere further exports and all names are dropped before these counts
  const count = m.exports.length + 4 + (m.start === undefined ? 0 : 1)
  refuseCount(
    'export-count',
    'exports, the 4 of the metering included',
    count,
    LIMITS.exports,
    'Export fewer #[no_mangle] functions.',
  )
  const long = [...m.exports.map((e) => e.name), readModuleName(m) ?? ''].find(
    (name) => new TextEncoder().encode(name).length > LIMITS.nameBytes,
  )
  if (long !== undefined) {
    throw new StylusRuleError(
      'name-length',
      `A name of more than ${LIMITS.nameBytes} bytes: "${long.slice(0, 40)}..."`,
      'Shorten the exported name, or strip the name section.',
    )
  }
}
