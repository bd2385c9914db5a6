import type { LayerModel } from '../../types.ts'
import { graphInk } from '../ir/ink.ts'
import { type Node, named } from '../ir/nodes.ts'
import type { Program, Statement } from '../ir/program.ts'
import type { Build, PlanStep } from '../types.ts'
import type { ScalarSum } from './dot-sums.ts'
import { planInput } from './input.ts'
import type { LayerOptions } from './layer-options.ts'
import type { LinearLayer } from './linear-layer.ts'
import { linearStep, linearSums } from './linear-step.ts'
import { maxPoolStep } from './max-pool-step.ts'
import {
  argmaxLabel,
  finishProgram,
  isPositive,
  type LabelScore,
  labelOutcome,
  scoresOutcome,
} from './output.ts'
import { lessReference } from './reference.ts'
import { readValues, type Source } from './source.ts'
import { Tables, tableStep } from './table-step.ts'

interface Scores {
  sums: ScalarSum[]
  note: string
  /** Where a score was taken off: what the sums stand for. */
  labels?: LabelScore[]
}

export interface LayersPlan {
  program: Program
  steps: PlanStep[]
}

/** A straight-line kernel for a net, with the weights as constants in the code. */
export function planLayers(
  model: LayerModel,
  linears: readonly (LinearLayer | undefined)[],
  build: Build,
  options: readonly LayerOptions[],
): LayersPlan {
  const input = planInput(model.input)
  const steps: PlanStep[] = [{ where: 'input', what: input.note }]
  const outputAddress = Math.ceil(input.bytes / 8) * 8
  const tables = new Tables(outputAddress + 8 * Math.ceil(model.output.labels.length / 2))
  const body: Statement[] = []
  let source: Source = input.source
  let scores: ScalarSum[] | undefined
  let labels: LabelScore[] | undefined
  const argmax = build === 'label' && model.output.rule !== 'sign'
  for (const [i, layer] of model.layers.entries()) {
    const where = `layers[${i}] ${layer.type}`
    const linear = linears[i]
    if (linear && !linear.requantize) {
      const last = i === model.layers.length - 1
      const made: Scores =
        argmax && last
          ? fewestInk(linear, source, options[i]!, body)
          : linearSums(linear, source, options[i]!, body)
      steps.push({ where, what: made.note })
      scores = made.sums
      labels = made.labels
      if (!last) source = sumsAsSource(made.sums)
      continue
    }
    scores = undefined
    const made = linear
      ? linearStep(linear, source, options[i]!, body)
      : layer.type === 'table'
        ? tableStep(layer, source, tables, input.bad !== undefined)
        : maxPoolStep(layer as Parameters<typeof maxPoolStep>[0], source)
    steps.push({ where, what: made.note })
    source = made.source
    for (const [k, { node }] of source.words.entries()) named(node, `layer${i}_${k}`)
  }
  scores ??= readValues(source)
  const outcome =
    build === 'scores'
      ? scoresOutcome(scores, outputAddress)
      : labelOutcome(
          argmax
            ? argmaxLabel(labels ?? scores.map((sum, label) => ({ label, sum })))
            : isPositive(scores[0]!),
          outputAddress,
        )
  return { steps, program: finishProgram(input, body, outcome, outputAddress, { data: tables.segments }) }
}

function sumsAsSource(sums: readonly ScalarSum[]): Source {
  return {
    values: sums.map(({ min, max, offset }) => ({
      lo: Number(min + offset),
      hi: Number(max + offset),
      sign: 1,
      offset: Number(-offset),
    })),
    words: sums.map(({ node }, index) => ({ node, fields: [{ index, pos: 0, bits: 64 }], signed: true })),
  }
}

/** The scores of an argmax, all of them or less one of them, whichever takes the least ink. */
function fewestInk(linear: LinearLayer, source: Source, options: LayerOptions, body: Statement[]): Scores {
  let order: Statement[] = []
  const plain = linearSums(linear, source, options, order)
  const known = new Set<Node>(source.words.map(({ node }) => node))
  const inkOf = (sums: readonly ScalarSum[]) =>
    graphInk(
      sums.map(({ node }) => node),
      known,
    )
  let best: Scores = plain
  let least = inkOf(plain.sums)
  for (const label of linear.rows.keys()) {
    const reduced = lessReference(linear, label)
    const tried: Statement[] = []
    const made = linearSums(reduced.layer, source, options, tried)
    const ink = inkOf(made.sums)
    if (ink >= least) continue
    least = ink
    order = tried
    const labels: LabelScore[] = reduced.labels.map((l, k) => ({ label: l, sum: made.sums[k] }))
    best = {
      sums: made.sums,
      note: `${made.note}; scores less score ${label}`,
      labels: [{ label, sum: undefined }, ...labels],
    }
  }
  body.push(...order)
  return best
}
