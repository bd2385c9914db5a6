import type { WasmModule } from '../decodeModule.ts'
import { StylusRuleError } from '../errors.ts'
import { CONSOLE, VM_HOOKS } from '../hostImports.ts'
import { LIMITS } from '../prices.ts'
import { refuseImportKind, type StylusRules } from '../rules.ts'
import { refuseCount } from './refuseCount.ts'
import { sameSignature, showSignature, signature } from './signature.ts'

/** Imports: functions of the host's list only, with its signatures. */
export function checkImports(m: WasmModule, rules: StylusRules): void {
  refuseCount('import-count', 'imports', m.imports.length, LIMITS.imports, 'Import each host function once.')
  const seen = new Map<string, number>()
  for (const i of m.imports) {
    if (i.kind !== 'function') refuseImportKind(i)
    const site = { offset: i.offset }
    const label = `"${i.module}"."${i.name}"`
    if (i.name.startsWith('stylus')) {
      throw new StylusRuleError(
        'reserved-name',
        `The import ${label} starts with "stylus", which is reserved`,
        'Rename the extern function.',
        site,
      )
    }
    const key = `${i.module}\0${i.name}`
    const before = seen.get(key)
    if (before !== undefined && before !== i.type) {
      throw new StylusRuleError(
        'import-twice',
        `The import ${label} appears with two types`,
        'Declare each host function in one extern block only, or with the same types in all of them.',
        site,
      )
    }
    seen.set(key, i.type)
    const host =
      i.module === 'vm_hooks' ? VM_HOOKS : i.module === 'console' && rules.debug ? CONSOLE : undefined
    const expected = host?.get(i.name)
    if (!expected) {
      throw new StylusRuleError(
        'unknown-import',
        `The host has no function ${label}`,
        importRemedy(i.module),
        site,
      )
    }
    const actual = signature(m.types[i.type]!)
    if (!sameSignature(expected, actual)) {
      throw new StylusRuleError(
        'import-signature',
        `The import ${label} is declared as ${showSignature(actual)}; the host's is ${showSignature(expected)}`,
        'Correct the extern "C" declaration, or use the declarations of stylus-sdk.',
        site,
      )
    }
  }
}

function importRemedy(module: string): string {
  if (module === 'console')
    return 'console functions exist on development chains only: remove console!() from the release build.'
  if (module === 'vm_hooks') return 'Compare the spelling with the host I/O list, or update stylus-sdk.'
  if (module === 'env')
    return 'A symbol is missing at link time: add #[link(wasm_import_module = "vm_hooks")] to the extern block, or link the crate that defines it.'
  if (module.startsWith('wasi') || module.startsWith('__wbindgen'))
    return 'Build for wasm32-unknown-unknown and drop crates that need an operating system or a browser (time, random numbers, files).'
  return 'A contract may import from the module vm_hooks only: remove the crate that brings this in.'
}
