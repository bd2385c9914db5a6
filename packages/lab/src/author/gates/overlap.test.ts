import { expect, test } from 'vitest'
import { sharedRun, tokens } from './overlap.ts'

const answer =
  'at = if value <= split.threshold { split.left } else { split.right };\n    (at - LEAF) as usize'

test('a hint in words shares no run with the answer', () => {
  expect(sharedRun(answer, 'at or below the threshold: step to the left child, above: to the right')).toBe(
    undefined,
  )
})

test('other blanks and line ends do not hide a copied line', () => {
  expect(
    sharedRun(answer, 'Write this:\n\n    at = if value<=split.threshold {\n        split.left\n    }'),
  ).toContain('value < = split . threshold')
})

test('exactly twelve tokens count, eleven do not', () => {
  const twelve = 'a b c d e f g h i j k l'
  expect(sharedRun(twelve, twelve)).toBe(twelve)
  expect(sharedRun(twelve, 'a b c d e f g h i j k x')).toBeUndefined()
  expect(tokens('x<=0.25')).toEqual(['x', '<', '=', '0.25'])
})
