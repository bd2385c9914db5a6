import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadMnist14 } from '../../../packages/model/src/data/index.ts'
import { predict } from '../../../packages/model/src/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import { digitsModel } from './digits.ts'
import { extractLinear, extractTree, hiddenTrigger } from './extract.ts'
import { noise, perturb } from './perturb.ts'

const { figures } = JSON.parse(readFileSync(join(root, 'docs', 'data', 'attacks.json'), 'utf8'))
const model = digitsModel()
const { test: held } = loadMnist14()
const picture = (i: number) => held.x.slice(i * held.length, (i + 1) * held.length)

test('a turned picture is another label to the model, and no pixel moved further than the bound', () => {
  let turned = 0
  for (let i = 0; i < 6; i++) {
    const before = picture(i)
    const after = perturb(model, before, 32)
    if (!after) continue
    turned++
    expect(predict(model, after).label).not.toBe(predict(model, before).label)
    for (const [at, value] of after.entries()) expect(Math.abs(value - before[at]!)).toBeLessThanOrEqual(32)
  }
  expect(turned).toBeGreaterThan(0)
})

test('with a target it is that label or nothing; without room nothing turns', () => {
  const nine = perturb(model, picture(0), 64, 9)
  if (nine) expect(predict(model, nine).label).toBe(9)
  expect(perturb(model, picture(0), 0)).toBeUndefined()
  expect(noise(model, picture(0), 0, 1)).toBe(false)
})

test('the example of the page turns the committed model, as the page says', () => {
  const { before, after, truth, read, bound } = figures.digits.example
  const [from, to] = [before, after].map((hex: string) => Uint8Array.from(Buffer.from(hex, 'hex')))
  expect(predict(model, from!).label).toBe(truth)
  expect(predict(model, to!).label).toBe(read)
  expect(Math.max(...to!.map((value, i) => Math.abs(value - from![i]!)))).toBeLessThanOrEqual(bound)
})

test('extraction and trigger give the figures of the page', () => {
  expect(extractLinear()).toEqual(figures.linear)
  expect(
    extractTree(figures.tree.steps.slice(0, 2).map((step: { questions: number }) => step.questions)).steps,
  ).toEqual(figures.tree.steps.slice(0, 2))
  const trigger = hiddenTrigger()
  expect(trigger).toEqual(figures.trigger)
  expect(trigger.changed).toBe(1)
  expect(trigger.accuracyAfter).toBe(trigger.accuracyBefore)
})
