import type { ModelFigures } from '../../bench/inference/bench-model.ts'
import { integer, table, type Writers } from '../blocks.ts'
import { inferenceBench } from './inference-bench.ts'
import { percent } from './percent.ts'
import { errorsOf, type Scored, scoreModels } from './score-models.ts'

/** Tasks with more than one model: only there is something to choose. */
const TASKS = ['phishing', 'digits-8x8', 'digits-14x14', 'tic-tac-toe']

export interface ChoosingFigures {
  /** Gas that entering costs a small program, in the cache and not. */
  entry: { cached: number; uncached: number }
  /** The forest beside the tree, in the cache. */
  forest: { moreGas: number; fewerErrors: number; gasPerError: number }
  /** The largest digit net that the bench has: its kernel alone, and everything around it in a whole transaction. */
  largest: { name: string; kernelGas: number; txGas: number; kernelShare: number }
  /** Models that the packed EVM form answers for less gas, in the cache and not, of how many. */
  evmWins: { cached: number; uncached: number; of: number }
}

/** Tables and figures about choosing, all from the inference bench. */
export function choosingGuide(): { figures: ChoosingFigures; writers: Writers } {
  const { models } = inferenceBench()
  const tasks = TASKS.map((task) => ({
    task,
    scored: scoreModels(models.filter(({ name }) => name.startsWith(`${task}-`))),
  }))
  const named = (name: string) => {
    const found = models.find((model) => model.name === name)
    if (!found) throw new Error(`docs/data/bench-inference.json has no model ${name}`)
    return found
  }
  const tree = named('phishing-tree')
  const forest = named('phishing-forest-32x6')
  const fewerErrors = errorsOf(tree) - errorsOf(forest)
  const moreGas = forest.callGasCached - tree.callGasCached
  const largest = models.reduce((a, b) => (b.macs > a.macs ? b : a))
  const twins = models.flatMap((model) => {
    const evm = packedTwin(model)
    return evm === undefined ? [] : [{ model, evm }]
  })
  const figures: ChoosingFigures = {
    entry: {
      cached: tree.callGasCached - tree.kernelGas,
      uncached: tree.callGasUncached - tree.kernelGas,
    },
    forest: {
      moreGas,
      fewerErrors: round1(fewerErrors),
      gasPerError: Math.round((moreGas * 1000) / fewerErrors),
    },
    largest: {
      name: largest.name,
      kernelGas: largest.kernelGas,
      txGas: largest.txGasCached,
      kernelShare: Math.round((largest.kernelGas / largest.txGasCached) * 10_000) / 10_000,
    },
    evmWins: {
      cached: twins.filter(({ model, evm }) => evm < model.callGasCached).length,
      uncached: twins.filter(({ model, evm }) => evm < model.callGasUncached).length,
      of: twins.length,
    },
  }
  return {
    figures,
    writers: {
      'choosing-scores': () => scoreTable(tasks),
      'choosing-errors': () => errorTable(tasks),
      'choosing-evm': () => evmTable(twins),
    },
  }
}

const round1 = (value: number) => Math.round(value * 10) / 10

type Task = { task: string; scored: Scored[] }

/** `64-32-10` of `digits-8x8-64-32-10`. */
const shortName = (task: string, { model }: Scored) => `\`${model.name.slice(task.length + 1)}\``

function scoreTable(tasks: Task[]): string {
  return table(
    ['task', 'model', 'accuracy', 'cached', 'score', 'not cached', 'score'],
    tasks.flatMap(({ task, scored }) =>
      scored.map((one, i) => [
        i === 0 ? task : '',
        shortName(task, one),
        percent(one.accuracy, 2),
        integer(one.cached),
        best(scored, 'scoreCached', one.scoreCached),
        integer(one.uncached),
        best(scored, 'scoreUncached', one.scoreUncached),
      ]),
    ),
  )
}

function best(scored: Scored[], key: 'scoreCached' | 'scoreUncached', value: number): string {
  const shown = value.toFixed(0)
  return value === Math.max(...scored.map((one) => one[key])) ? `**${shown}**` : shown
}

/** What one wrong answer less costs, against the cheapest model of the task. */
function errorTable(tasks: Task[]): string {
  return table(
    ['task', 'instead of', 'take', 'wrong in 1,000', 'cached', 'not cached'],
    tasks.flatMap(({ task, scored }) => {
      const base = scored.reduce((a, b) => (b.cached < a.cached ? b : a))
      return scored
        .filter((one) => one.errors < base.errors)
        .sort((a, b) => b.errors - a.errors)
        .map((one, i) => {
          const fewer = base.errors - one.errors
          const price = (gas: number, least: number) => integer(((gas - least) * 1000) / fewer)
          return [
            i === 0 ? task : '',
            i === 0 ? shortName(task, base) : '',
            shortName(task, one),
            `${one.errors.toFixed(1)}, not ${base.errors.toFixed(1)}`,
            price(one.cached, base.cached),
            price(one.uncached, base.uncached),
          ]
        })
    }),
  )
}

function packedTwin(model: ModelFigures): number | undefined {
  return model.twins.find((twin) => twin.name === 'evm-packed')?.callGas
}

function evmTable(twins: { model: ModelFigures; evm: number }[]): string {
  const rows = [...twins].sort((a, b) => a.evm - b.evm)
  const against = (gas: number, evm: number) => (gas < evm ? `**${integer(gas)}**` : integer(gas))
  return table(
    ['model', 'macs', 'packed EVM', 'Stylus, cached', 'not cached'],
    rows.map(({ model, evm }) => [
      `\`${model.name}\``,
      model.macs > 0 ? integer(model.macs) : 'trees',
      integer(evm),
      against(model.callGasCached, evm),
      against(model.callGasUncached, evm),
    ]),
  )
}
