import type { WasmModule } from '../decodeModule.ts'
import { StylusRuleError } from '../errors.ts'
import { CHAIN_DEFAULTS, LIMITS } from '../prices.ts'
import type { StylusRules } from '../rules.ts'

/** Memory: one, within the page limits, and a way to pay for growing. Returns the index of the payment's host function. */
export function checkMemory(m: WasmModule, rules: StylusRules): number | undefined {
  const memory = m.memories[0]!
  const open = rules.openPages ?? 0
  const limit = Math.min(LIMITS.pages, (rules.pageLimit ?? CHAIN_DEFAULTS.pageLimit) - open)
  if (memory.min > limit) {
    throw new StylusRuleError(
      'memory-pages',
      `The memory starts with ${memory.min} pages of 64 KiB; ${limit} are available`,
      'Set a smaller stack (-C link-arg=-zstack-size=32768) and keep large tables out of static memory.',
    )
  }
  if (memory.max === memory.min) return undefined
  const hook = m.imports.findIndex((i) => i.module === 'vm_hooks' && i.name === 'pay_for_memory_grow')
  if (hook < 0) {
    throw new StylusRuleError(
      'memory-grow-import',
      'The memory may grow, but the module does not import vm_hooks.pay_for_memory_grow',
      'With stylus-sdk, put #[entrypoint] on the contract. Without it, declare and reference the function, or fix the memory with -C link-arg=--max-memory equal to the initial size.',
    )
  }
  return hook
}
