import { join } from 'node:path'
import { integer } from '@inkling/lab/terminal'
import type { Compiled } from '@inkling/model/compile'
import { judge } from '../chain/judge.ts'
import { PROGRAM } from '../command-table.ts'
import { costLines } from '../compile/compile-summary.ts'
import { buildOf, kernelOf, placementOf } from '../compile/kernel-of.ts'
import type { CommandContext } from '../context.ts'
import { BuildError, EXIT, UsageError } from '../errors.ts'
import { besides, writeOut } from '../files/out-path.ts'
import { readModel } from '../files/read-given.ts'
import { columns, fact } from '../output/table.ts'

/** `inkling compile MODEL`: writes wasm or Rust; prints the costs that the devnode will then charge. */
export async function run({ args, cwd, out, style, progress }: CommandContext): Promise<number> {
  const name = args.words[0] as string
  const target = args.options.target ?? 'wasm'
  const arbos = Number(args.options.arbos ?? 51)
  const build = buildOf(args)
  if (args.options.shell !== undefined && target !== 'rust')
    throw new UsageError('--shell is for --target rust', {
      remedy: 'add --target rust, or leave --shell away',
    })
  const model = readModel(cwd, name)
  progress('planning the kernel')
  const compiled = await kernelOf(model, build, placementOf(args))
  const { plan, wasm, costs } = compiled
  const { refusal } = judge(wasm, arbos)
  if (refusal)
    throw new BuildError(`the kernel would not activate on ArbOS ${arbos}: ${refusal.message}`, {
      remedy: refusal.remedy,
    })
  const shell = args.options.shell === 'sdk' ? 'sdk' : 'raw'
  const file = args.options.out ?? besides(name, target === 'rust' ? '-contract' : '.wasm')
  if (target === 'rust') await writeCrate(cwd, file, compiled, shell, name)
  else writeOut(cwd, file, wasm, [name])
  const dataFile = besides(file, '.data.json')
  if (plan.dataContracts.length > 0) {
    const { formatDataFile } = await import('@inkling/model/compile')
    writeOut(cwd, dataFile, formatDataFile(plan.dataContracts), [name])
  }
  if (args.flags.has('json')) {
    const { steps, placements, macs, placement, inputBytes, outputBytes } = plan
    const contracts = plan.dataContracts.map(({ address, codeHash, code }) => ({
      address,
      codeHash,
      bytes: code.length,
    }))
    const data = contracts.length > 0 ? { file: dataFile, contracts } : null
    const report = {
      file,
      model: model.sha256,
      target,
      shell: target === 'rust' ? shell : null,
      build,
      macs,
      placement,
      inputBytes,
      outputBytes,
      data,
    }
    out(JSON.stringify({ schema: 'inkling-compile/1', ...report, costs, steps, placements }, null, 2))
    return EXIT.ok
  }
  for (const { where, what } of plan.steps) for (const line of fact(style, where, what)) out(line)
  out('')
  for (const [label, value] of costLines(compiled)) for (const line of fact(style, label, value)) out(line)
  if (plan.placements.length > 0) {
    out('')
    out('Weights elsewhere, estimated, gas a call:')
    for (const line of columns([
      ['  place', 'in the cache', 'else'],
      ...plan.placements.map((p) => [
        `  ${p.placement}${p.placement === plan.placement ? ' (chosen)' : ''}`,
        integer(Math.round(p.gasCached)),
        integer(Math.round(p.gasUncached)),
      ]),
    ]))
      out(line)
  }
  out('')
  out(`wrote       ${file}`)
  if (plan.dataContracts.length > 0) out(`wrote       ${dataFile}`)
  if (target === 'rust')
    out(
      `next: cd ${file}; the head of src/kernel.rs says what it is, cargo builds it for wasm32-unknown-unknown`,
    )
  else out(`next: ${PROGRAM} deploy ${file}`)
  return EXIT.ok
}

/** The crate's files below a folder; what else is in the folder stays. */
async function writeCrate(
  cwd: string,
  folder: string,
  { plan }: Compiled,
  shell: 'raw' | 'sdk',
  input: string,
): Promise<void> {
  const { emitRust } = await import('@inkling/model/compile')
  for (const [path, text] of Object.entries(emitRust(plan, { shell })))
    writeOut(cwd, join(folder, path), text, [input])
}
