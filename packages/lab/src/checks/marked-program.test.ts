import { expect, test } from 'vitest'
import { markedProgram } from './marked-program.ts'

test('a valid module with one custom section more, and never the same twice', () => {
  const empty = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0])
  const [one, two] = [markedProgram(empty), markedProgram(empty)]
  const sections = WebAssembly.Module.customSections(new WebAssembly.Module(one), 'mark')
  expect(sections.map((section) => section.byteLength)).toEqual([16])
  expect(one.subarray(0, 8)).toEqual(empty)
  expect(one).not.toEqual(two)
})
