import { expect, test } from 'vitest'
import { benchPlaces } from './places.ts'

test('one net, its weights in six places: equal labels, and the order that the prices make', async () => {
  // benchPlaces throws where a kernel gives another label than the reference.
  const places = await benchPlaces(() => {})
  const cost = Object.fromEntries(places.map(({ place, perByteCached }) => [place, perByteCached]))
  expect(Object.keys(cost)).toEqual(['code', 'const-stores', 'data', 'data-contracts', 'calldata', 'storage'])
  expect(cost.code).toBeLessThan(cost['const-stores']!)
  expect(cost['const-stores']).toBeLessThan(cost.data!)
  // 0.75244 gas a byte of a data segment, 16 a byte of calldata that isn't 0, 2,100 a cold slot of 32 bytes.
  expect(cost.data).toBeCloseTo(0.755, 2)
  expect(cost.calldata).toBeGreaterThan(12)
  expect(cost.calldata).toBeLessThan(16)
  expect(cost.storage).toBeGreaterThan(2100 / 32)
  expect(cost.storage).toBeLessThan(2300 / 32)
})
