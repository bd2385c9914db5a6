import { UnsupportedError } from './errors.ts'
import { planModel } from './plan-model.ts'
import { crateName } from './rust/crate-name.ts'
import { kernelSource } from './rust/kernel-source.ts'
import { manifestFiles } from './rust/manifest.ts'
import { planForRust } from './rust/plan-for-rust.ts'
import { rawShell } from './rust/raw-shell.ts'
import { sdkShell } from './rust/sdk-shell.ts'
import type { Plan } from './types.ts'

export interface RustOptions {
  /** `raw`: packed input in, label or scores out. `sdk`: classify(bytes), scores(bytes), inputLength, modelHash. */
  shell: 'raw' | 'sdk'
}

/**
 * A plan as Rust source, ready for cargo: path in the crate to text. No allocation and no floats in the kernel;
 * `unsafe` only in the raw shell's `host.rs`. The SDK contract needs all scores, so a plan of build `label` is planned
 * again with build `scores` for it.
 *
 * @example
 * ```ts
 * for (const [path, text] of Object.entries(emitRust(plan, { shell: 'sdk' }))) writeFileSync(join(folder, path), text)
 * ```
 * Where rustc would make a function larger than Stylus allows, the kernel goes into several (`planForRust`).
 *
 * @throws UnsupportedError for a placement that has no Rust form; DoesNotFitError where no split helps.
 */
export function emitRust(plan: Plan, { shell }: RustOptions): Record<string, string> {
  const planned = shell === 'sdk' && plan.build !== 'scores' ? scoresOf(plan) : plan
  if (planned.placement !== 'code')
    throw new UnsupportedError(
      `placement ${planned.placement}`,
      'it has no Rust source',
      'Use emitWasm, or the crate inkling-nn with the weights as a static',
    )
  const used = planForRust(planned)
  const crate = crateName(plan.name)
  const title = [
    `Model "${plan.name}", sha256 ${plan.modelHash}.`,
    'Written by the compiler from a model file: change the model, not this file.',
    '',
    ...used.steps.map(({ where, what }) => `${where}: ${what}`),
  ]
  const kernel = kernelSource(used.program, { title, build: used.build })
  const files = shell === 'raw' ? rawShell(used) : sdkShell(used)
  return {
    ...manifestFiles(crate, `Model ${plan.name} as a Stylus contract`, shell),
    ...files,
    'src/kernel.rs': kernel,
  }
}

const scoresOf = ({ model, placement }: Plan): Plan => planModel(model, { build: 'scores', placement })
