import { prices } from '@inkling/wasm'
import { DoesNotFitError } from '../errors.ts'
import { estimateProgram } from '../estimate.ts'
import { fitProgram, type Misfit } from '../fit.ts'
import type { Program } from '../ir/program.ts'
import { splitProgram } from '../ir/split/split-program.ts'
import { planTrees } from '../plan/trees.ts'
import { planModel } from '../plan-model.ts'
import type { Plan, PlanStep } from '../types.ts'

/** LLVM's code compresses worse than the raw back end's: up to 2 % in the committed models. */
const CODE = Math.floor(0.98 * prices.LIMITS.codeBytes)
/** LLVM keeps about a third more values of a net in locals than the raw back end; 348 are allowed. */
const LOCALS = 260
/**
 * LLVM makes equal tests of all trees of a function once and keeps the answers: up to one local for each 40 operators,
 * measured on forests of 100 to 200 trees.
 */
const TREE_OPERATORS = 12_000
/** With so few locals in the raw kernel its tests are nearly all branches, which LLVM leaves apart. */
const FEW_LOCALS = 60
/** Forests in functions came out a third larger than the raw kernel. */
const TREE_CODE = Math.floor(prices.LIMITS.codeBytes / 1.34)
const PARAMETERS = 20

/**
 * The plan that Rust is written of: the same one, unless rustc would make more of it than Stylus allows. Then the
 * kernel goes into more functions, or a plan with smaller code is taken; its ink differs from the raw kernel's by what
 * the calls cost.
 *
 * @throws DoesNotFitError where that doesn't help.
 */
export function planForRust(plan: Plan): Plan {
  const costs = estimateProgram(plan.program)
  if ('trees' in plan.model) return costs.operators <= TREE_OPERATORS ? plan : treesInFunctions(plan)
  const small = costs.codeBytes > CODE ? smallerCode(plan) : plan
  return estimateProgram(small.program).locals > LOCALS ? fewerLocals(small) : small
}

interface Made {
  program: Program
  steps: PlanStep[]
}

function treesInFunctions(plan: Plan): Plan {
  const { model, build } = plan
  if (!('trees' in model)) return plan
  const split: Made[] = []
  for (const share of ['none', 'tests', 'parts'] as const) {
    const whole = planTrees(model, build, share)
    const program = splitProgram(whole.program, { operators: TREE_OPERATORS, parameters: PARAMETERS })
    if (program) split.push({ program, steps: whole.steps })
  }
  const { made, misfit } = cheapest(split, TREE_CODE)
  if (made) return withProgram(plan, made)
  const { locals, operators } = estimateProgram(plan.program)
  if (locals <= FEW_LOCALS) return plan
  const { limit, value, allowed } = misfit ?? {
    limit: 'operators of one tree',
    value: operators,
    allowed: TREE_OPERATORS,
  }
  const nearest = 'the raw module; or fewer or shallower trees'
  throw new DoesNotFitError('trees', `${limit} that rustc can make a contract of`, value, allowed, nearest)
}

function smallerCode(plan: Plan): Plan {
  try {
    return planModel(plan.model, { build: plan.build, placement: 'code', maxCode: CODE })
  } catch (error) {
    if (error instanceof DoesNotFitError) return plan
    throw error
  }
}

function fewerLocals(plan: Plan): Plan {
  const split = [40_000, 20_000, 10_000, 5_000].flatMap((operators) => {
    const program = splitProgram(plan.program, { operators, parameters: PARAMETERS })
    return program ? [{ program, steps: plan.steps }] : []
  })
  const few = split.filter((made) => {
    const fit = fitProgram(made.program, prices.LIMITS.codeBytes)
    return 'costs' in fit && fit.costs.locals <= LOCALS
  })
  const { made } = cheapest(few, prices.LIMITS.codeBytes)
  if (made) return withProgram(plan, made)
  throw new DoesNotFitError(
    largestLayer(plan),
    'locals of one function in Rust, about',
    estimateProgram(plan.program).locals,
    LOCALS,
    'the raw module; or a layer with fewer inputs',
  )
}

function cheapest(list: readonly Made[], maxCode: number): { made?: Made; misfit?: Misfit } {
  let made: Made | undefined
  let misfit: Misfit | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of list) {
    const fit = fitProgram(candidate.program, maxCode)
    if ('misfit' in fit) misfit ??= fit.misfit
    else if (fit.costs.kernelInk.max < least) {
      least = fit.costs.kernelInk.max
      made = candidate
    }
  }
  return { ...(made && { made }), ...(misfit && { misfit }) }
}

function withProgram(plan: Plan, { program, steps }: Made): Plan {
  const what = `${program.functions.length}, because rustc would make more of one than Stylus allows`
  return { ...plan, program, steps: [...steps, { where: 'functions', what }] }
}

/** The layer with the most inputs: its values are what stands in locals. */
function largestLayer({ model }: Plan): string {
  if (!('layers' in model)) return 'trees'
  const sizes = model.layers.map((layer) => ('weights' in layer ? layer.weights.shape.at(-1)! : 0))
  const i = sizes.indexOf(Math.max(...sizes))
  return `layers[${i}] ${model.layers[i]!.type}`
}
