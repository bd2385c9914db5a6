import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../../test/world.ts'
import { BOARD_FILE, boardBest } from './board-best.ts'

function worldWith(board: string | undefined) {
  const ws = makeWorld()
  const path = join(ws.root, BOARD_FILE)
  mkdirSync(dirname(path), { recursive: true })
  if (board !== undefined) writeFileSync(path, board)
  return ws
}

test('the lowest of every figure, also from different entries', () => {
  const entries = [
    { figures: { 'ink.classify': 500, 'bytes.code': 90 } },
    { figures: { 'ink.classify': 400, 'bytes.code': 120, 'gas.classify': 7 } },
  ]
  const ws = worldWith(JSON.stringify({ labs: [{ id: '07-fixture', entries }] }))
  expect(boardBest(ws, '07-fixture')).toEqual({ 'ink.classify': 400, 'bytes.code': 90, 'gas.classify': 7 })
  expect(boardBest(ws, '08-other')).toEqual({})
})

test('no board, or one that is no JSON, is no record', () => {
  expect(boardBest(worldWith(undefined), '07-fixture')).toEqual({})
  expect(boardBest(worldWith('{'), '07-fixture')).toEqual({})
})
