import { expect, test } from 'vitest'
import { applyHunks, PatchError, parsePatch } from './unified-patch.ts'

const PATCH = `A sentence about it.
--- a/x.rs
+++ b/x.rs
@@ -2,3 +2,3 @@
 b
-c
+C
 d
`

test('applies, also where the place has moved', () => {
  const [patch] = parsePatch(PATCH)
  expect(patch?.path).toBe('x.rs')
  expect(applyHunks('a\nb\nc\nd\ne', patch!.hunks)).toBe('a\nb\nC\nd\ne')
  expect(applyHunks('0\n1\na\nb\nc\nd', patch!.hunks)).toBe('0\n1\na\nb\nC\nd')
})

test('a later hunk follows the shift of an earlier one', () => {
  const [patch] = parsePatch('+++ b/x\n@@ -1 +1,3 @@\n-a\n+a\n+a\n+a\n@@ -3 +5 @@\n-a\n+z\n')
  expect(applyHunks('a\nb\na', patch!.hunks)).toBe('a\na\na\nb\nz')
})

test('what does not fit is told', () => {
  const [patch] = parsePatch(PATCH)
  expect(() => applyHunks('a\nb\nX\nd', patch!.hunks)).toThrow(PatchError)
  expect(() => parsePatch('nothing here')).toThrow('not a unified diff')
  expect(() => parsePatch('+++ b/x\n@@ -1,3 +1,3 @@\n a\n')).toThrow(PatchError)
})
