/**
 * Trains the net of the fragments bench and writes its file beside this one: digits 14x14, 196-112-10, int8. Not one
 * of the committed models of packages/model: its code fits no contract before ArbOS 60.
 *
 *   node scripts/bench/limits/train-net.ts
 */
import { writeFileSync } from 'node:fs'
import { loadMnist14 } from '../../../packages/model/src/data/index.ts'
import { formatModel } from '../../../packages/model/src/index.ts'
import { afterTraining } from '../../../packages/model/src/recipes/digits-quantized.ts'
import { digitsRecipe } from '../../../packages/model/src/recipes/digits-recipe.ts'
import { digitAugmentation } from '../../../packages/model/src/train/sparse/augment.ts'

const NAME = 'digits-14x14-196-112-10'
const shrunk = (by: number) =>
  Object.fromEntries(Object.entries(digitAugmentation).map(([key, value]) => [key, by * value])) as never

const recipe = digitsRecipe(
  { name: NAME, description: 'MNIST digits 14x14, 196-112-10: int8 after training.', seconds: 100 },
  { data: 'packages/model/data/mnist-14x14.bin.gz', load: () => loadMnist14() },
  afterTraining({
    name: NAME,
    side: 14,
    top: 255,
    hidden: 112,
    inputMax: 255,
    scale: { num: 1, den: 1 },
    limits: shrunk(0.7),
    epochs: 40,
    learningRate: 0.003,
    weightDecay: 0,
  }),
)
// A seed of its own, so that no second training measures settings on the validation rows.
const { model, metrics } = await recipe.train({ seed: 1, log: console.log })
writeFileSync(new URL(`${NAME}.model.json`, import.meta.url), formatModel(model))
console.log(JSON.stringify(metrics))
