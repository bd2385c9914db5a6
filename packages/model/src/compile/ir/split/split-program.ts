import { load, type Node, read, type Variable } from '../nodes.ts'
import type { KernelFunction, Program, Statement } from '../program.ts'
import { cutEntries } from './cuts.ts'
import { type Entry, listEntries } from './entries.ts'
import { Part } from './part.ts'
import { chooseTransfers, inkFromInput } from './transfers.ts'

const PAGE = 65_536

export interface SplitOptions {
  /** Most operators of a function after metering, about. */
  operators: number
  /** Most values that are handed over as parameters. */
  parameters: number
}

/**
 * The same program in several functions, for one whose entry point is larger than Stylus allows. The code is cut where
 * few values are needed behind the cut; those go as parameters, through memory, or are computed again from the input,
 * whatever takes the least ink. The last run stays in the entry point, which calls the others in order.
 *
 * @returns undefined for a program that can't be split so: with loops, of several functions already, or too small.
 */
export function splitProgram(program: Program, options: SplitOptions): Program | undefined {
  if (program.functions.length > 1) return undefined
  const main = program.functions[0]!
  const listed = listEntries(main)
  if (!listed) return undefined
  const { entries, lets } = listed
  const fromInput = inkFromInput(8 * program.kernel.words)
  const runs = cutEntries(entries, options.operators, (n) => fromInput(n) !== undefined)
  const count = (runs.at(-1) ?? 0) + 1
  if (count === 1) return undefined
  const transfers = chooseTransfers(entries, runs, fromInput, options.parameters)
  const address = sharedAddress(program)
  let next = address
  const slots = new Map<Node | Variable, number>()
  const slotOf = (value: Node | Variable) => {
    const known = slots.get(value)
    if (known !== undefined) return known
    slots.set(value, next)
    next += 8
    return next - 8
  }

  const inRun = Array.from({ length: count }, (): Entry[] => [])
  for (const [i, entry] of entries.entries()) inRun[runs[i]!]!.push(entry)
  const home = new Map(entries.map(({ node }, i) => [node, runs[i]!]))
  const used = variableRuns(inRun)
  const parts = inRun.map((own, run) => {
    const entry = run === count - 1
    const part = new Part({ run, entry, home, transfers, slotOf, fromInput })
    const body: Statement[] = []
    for (const [variable, { first, last }] of used)
      if (first < run && run <= last) {
        const value = load(`${variable.type}.load`, slotOf(variable))
        body.push({ kind: 'assign', variable, value })
      }
    body.push(...part.statements(own, lets))
    for (const [variable, { first, last }] of used)
      if (first <= run && run < last) {
        const op = `${variable.type}.store`
        body.push({ kind: 'store', op, address: slotOf(variable), value: read(variable) })
      }
    return { part, body }
  })

  const tail = parts.pop()!
  const functions: KernelFunction[] = parts.map(({ part, body }, run) => ({
    name: `part${run}`,
    params: part.parameters.map(({ type }) => type),
    names: parameterNames(part.parameters),
    body,
    returns: undefined,
  }))
  const at = (n: Node) => tail.part.value(n)
  // what is handed over is computed first, in the order of the code
  const handed: Statement[] = entries
    .filter(({ node }) => transfers.get(node) === 'parameter')
    .map(({ node }) => ({ kind: 'let', value: at(node) }))
  const calls: Statement[] = parts.map(({ part }, run) => ({
    kind: 'call',
    name: `part${run}`,
    args: part.parameters.map(at),
  }))
  const kernelBody = [...handed, ...calls, ...tail.body]
  const results: Statement[] = main.body.flatMap((s): Statement[] =>
    s.kind === 'store' ? [{ ...s, value: at(s.value) }] : [],
  )
  const [readArgs, writeResult] = main.body.filter((s) => s.kind === 'host')
  if (readArgs?.kind !== 'host' || writeResult?.kind !== 'host') return undefined
  const { outputs, bad, words } = program.kernel
  return {
    ...program,
    functions: [
      ...functions,
      {
        ...main,
        body: [readArgs, ...kernelBody, ...results, { ...writeResult, args: writeResult.args.map(at) }],
        returns: at(main.returns!),
      },
    ],
    kernel: { body: kernelBody, outputs: outputs.map(at), bad: bad && at(bad), words },
    shared: { address, words: (next - address) / 8 },
    pages: Math.max(program.pages, Math.ceil(next / PAGE)),
  }
}

function parameterNames(parameters: readonly Node[]): string[] {
  const names = new Set<string>()
  for (const [k, { name }] of parameters.entries())
    names.add(name !== undefined && !names.has(name) ? name : `p${k}`)
  return [...names]
}

/** In which runs a variable is used: it keeps its value from the first to the last. */
function variableRuns(inRun: readonly Entry[][]): Map<Variable, { first: number; last: number }> {
  const used = new Map<Variable, { first: number; last: number }>()
  for (const [run, entries] of inRun.entries())
    for (const { variables } of entries)
      for (const v of variables) used.set(v, { first: used.get(v)?.first ?? run, last: run })
  return used
}

/** The first place behind input, output and tables. */
function sharedAddress({ kernel, functions, data }: Program): number {
  let end = 8 * kernel.words
  for (const { offset, bytes } of data) end = Math.max(end, offset + bytes.length)
  for (const s of functions[0]!.body) if (s.kind === 'store') end = Math.max(end, s.address + 8)
  return 8 * Math.ceil(end / 8)
}
