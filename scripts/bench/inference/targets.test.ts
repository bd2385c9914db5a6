import { expect, test } from 'vitest'
import { verdicts, verdictWords } from './targets.ts'

const kernel = (kernelGas: number, callGasCached = 400) => ({ name: 'compiled', kernelGas, callGasCached })
const small = (kernels: ReturnType<typeof kernel>[]) =>
  verdicts({ name: 'digits-8x8-64-32-10', accuracy: 0.98, kernels })

test('met or short, by how many percent of the target', () => {
  const [gas, call] = small([kernel(45, 660)])
  expect(gas).toMatchObject({ what: 'kernelGas', target: 36, measured: 45, met: false, byPercent: 25 })
  expect(call).toMatchObject({ what: 'callGasCached', target: 600, met: false, byPercent: 10 })
  expect(verdictWords(gas!)).toBe('compiled: kernel gas 45, target 36: short by 25 %')
  expect(small([kernel(18)])[0]).toMatchObject({ met: true, byPercent: 50 })
})

test('a kernel that was not measured has no verdict', () => {
  expect(small([])).toEqual([])
})

test('accuracy is the mean of three seeds or more', () => {
  const figures = {
    name: 'digits-14x14-196-160-10-sparse',
    accuracy: 0.98,
    accuracyMean: 0.97,
    kernels: [kernel(50)],
  }
  const of = (seeds: number) => verdicts({ ...figures, seeds }).find(({ what }) => what === 'accuracy')
  expect(of(3)).toMatchObject({ target: 0.975, measured: 0.97, met: false })
  expect(of(2)).toMatchObject({ measured: 0.98, met: true })
})

test('wide nets have two targets', () => {
  const name = 'digits-14x14-196-190-10-sparse'
  const found = verdicts({ name, accuracy: 0.981, kernels: [kernel(100)] }).filter(
    ({ what }) => what === 'kernelGas',
  )
  expect(found.map(({ target, met }) => [target, met])).toEqual([
    [88, false],
    [147, true],
  ])
})
