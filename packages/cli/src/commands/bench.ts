import { integer } from '@inkling/lab/terminal'
import type { Vectors } from '@inkling/model'
import { compress } from '@inkling/wasm/brotli'
import { kernelOf, placementOf } from '../compile/kernel-of.ts'
import type { CommandContext } from '../context.ts'
import { EXIT, InputError } from '../errors.ts'
import { besides } from '../files/out-path.ts'
import { readText } from '../files/read-bytes.ts'
import { readModel } from '../files/read-given.ts'
import { type KernelFigures, measureKernel } from '../measure/measure-kernel.ts'
import { fact } from '../output/table.ts'

/** `inkling bench MODEL`: every vector on the embedded devnode, answers compared, costs measured. */
export async function run({ args, cwd, out, style, progress }: CommandContext): Promise<number> {
  const name = args.words[0] as string
  const arbos = Number(args.options.arbos ?? 51)
  const model = readModel(cwd, name)
  const vectorFile = args.options.vectors ?? besides(name, '.vectors.json')
  const vectors = readVectors(cwd, vectorFile, model.sha256)
  progress('compiling')
  const { plan, wasm, costs } = await kernelOf(model, 'label', placementOf(args))
  progress(`running ${vectors.input.length} vectors, twice`)
  const figures = await measureKernel({
    code: compress(wasm),
    data: plan.dataContracts,
    inputs: vectors.input,
    right: (answer, i) => Number(answer) === vectors.label[i],
    arbos,
  })
  const foretold = costs.kernelInk.max >= figures.kernelInk && costs.kernelInk.min <= figures.kernelInkMin
  const { cpus } = await import('node:os')
  const environment = { cpu: cpus()[0]?.model.trim() ?? 'unknown', node: process.versions.node, arbos }
  const inkPerMac = plan.macs > 0 ? figures.kernelInk / plan.macs : null
  if (args.flags.has('json')) {
    const report = { environment, model: { name: model.name, kind: model.kind, sha256: model.sha256 } }
    out(
      JSON.stringify(
        { schema: 'inkling-bench/1', ...report, macs: plan.macs, inkPerMac, ...figures, foretold },
        null,
        2,
      ),
    )
    return foretold ? EXIT.ok : EXIT.negative
  }
  const { kernelInk, kernelInkMin } = figures
  const range =
    kernelInk === kernelInkMin ? integer(kernelInk) : `${integer(kernelInkMin)} to ${integer(kernelInk)}`
  const facts: [string, string][] = [
    ['model', `${model.name}, ${model.kind}, ${integer(plan.macs)} multiply-accumulates`],
    ['answers', `all ${integer(figures.inputs)} vectors as the model says`],
    ['kernel', `${range} ink: ${integer(figures.kernelGas)} gas, I/O included`],
    ...(inkPerMac === null
      ? []
      : ([
          [
            'each mac',
            `${inkPerMac.toFixed(1)} ink; ${(plan.macs / (kernelInk / 10_000)).toFixed(0)} macs a gas`,
          ],
        ] as [string, string][])),
    ['call', `${integer(figures.callGasCached)} gas in the cache, ${integer(figures.callGasUncached)} else`],
    [
      'transaction',
      `${integer(figures.txGasCached)} gas in the cache, ${integer(figures.txGasUncached)} else (median)`,
    ],
    ['code', `${integer(figures.brotliBytes)} bytes compressed, wasm ${integer(figures.wasmBytes)}`],
    ...dataFacts(figures),
    ['activation', `${integer(figures.activationGas)} gas`],
    ['time', `${figures.msPerCall} ms a call on ${environment.cpu}`],
    ['foretold', foretold ? 'the compiler said so before' : 'NOT what the compiler said before'],
  ]
  for (const [label, value] of facts) for (const line of fact(style, label, value)) out(line)
  return foretold ? EXIT.ok : EXIT.negative
}

/** Contracts that the weights are in, where there are any. */
function dataFacts({ dataContracts, dataBytes, dataGas }: KernelFigures): [string, string][] {
  if (dataContracts === undefined) return []
  return [
    [
      'weights',
      `${integer(dataBytes!)} bytes in ${dataContracts} data contract${dataContracts > 1 ? 's' : ''}, ${integer(dataGas!)} gas to deploy, once`,
    ],
  ]
}

function readVectors(cwd: string, name: string, sha256: string): Vectors {
  const remedy = 'write them again with `inkling quantize`, or name others with --vectors'
  let vectors: Vectors
  try {
    vectors = JSON.parse(readText(cwd, name, 'test vectors')) as Vectors
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError(`${name}: is not JSON`, { remedy, cause: error })
    throw error
  }
  if (!Array.isArray(vectors.input) || !Array.isArray(vectors.label) || vectors.input.length === 0)
    throw new InputError(`${name}: holds no test vectors`, { remedy })
  if (vectors.model !== sha256)
    throw new InputError(`${name}: are the vectors of model ${vectors.model}, not of ${sha256}`, { remedy })
  return vectors
}
