import { expect, test } from 'vitest'
import { inputsOf, lies, valueOfGadget } from '../../test/lies.ts'
import { CircuitBuilder } from '../circuit/builder.ts'
import { CircuitError } from '../errors.ts'
import { R } from '../field.ts'
import { poseidon, poseidonChain, poseidonChainHash, poseidonHash } from './poseidon.ts'

/** Published values: circomlib's and poseidon-lite's tests. The second is also lane 0 of the authors' poseidonperm_x5_254_3. */
const PUBLISHED: [bigint[], bigint][] = [
  [[1n], 18586133768512220936620570745912940619677854269274689475585506675881198879027n],
  [[1n, 2n], 7853200120776062878684798364095072458815029376092732009249414926327459813530n],
  [[1n, 2n, 3n, 4n], 18821383157269793795438455681495246036402687001665670618754263018637548127333n],
  [[1n, 2n, 0n, 0n, 0n], 1018317224307729531995786483840663576608797660851238720571059489595066344487n],
  [[1n, 2n, 0n, 0n, 0n, 0n], 15336558801450556532856248569924170992202208561737609669134139141992924267169n],
  [[3n, 4n, 5n, 10n, 23n], 13034429309846638789535561449942021891039729847501137143363028890275222221409n],
]

test('published values', () => {
  for (const [inputs, hash] of PUBLISHED) expect(poseidonHash(inputs)).toBe(hash)
})

test.each([1, 2, 3, 5, 8, 12, 16])('the gadget of %i inputs hashes alike', (count) => {
  const builder = new CircuitBuilder()
  const names = Array.from({ length: count }, (_, i) => `a${i}`)
  const output = poseidon(builder, inputsOf(builder, names))
  const values = names.map((_, i) => BigInt(i + 2) ** 90n % R)
  const inputs = Object.fromEntries(names.map((name, i) => [name, values[i]!]))
  expect(valueOfGadget(builder.build(), inputs, output)).toBe(poseidonHash(values))
})

test('no wire of the gadget can lie', () => {
  const builder = new CircuitBuilder()
  const output = poseidon(builder, inputsOf(builder, ['a']))
  expect(lies(builder.build(), { a: 77 }, output)).toEqual([])
}, 120_000)

test('17 inputs are too many', () => {
  expect(() => poseidonHash(new Array(17).fill(1n))).toThrow(CircuitError)
  expect(() => poseidonHash([])).toThrow(CircuitError)
})

test('a chain tells lists apart that differ in length or in one element, and the gadget agrees', () => {
  const list = Array.from({ length: 31 }, (_, i) => BigInt(i))
  const hash = poseidonChainHash(list)
  expect(poseidonChainHash([...list, 0n])).not.toBe(hash)
  expect(poseidonChainHash(list.slice(0, 30))).not.toBe(hash)
  expect(poseidonChainHash([...list.slice(0, 30), 31n])).not.toBe(hash)
  const builder = new CircuitBuilder()
  const names = list.map((_, i) => `e${i}`)
  const output = poseidonChain(builder, inputsOf(builder, names))
  const inputs = Object.fromEntries(names.map((name, i) => [name, list[i]!]))
  expect(valueOfGadget(builder.build(), inputs, output)).toBe(hash)
})
