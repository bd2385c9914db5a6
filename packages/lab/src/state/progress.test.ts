import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeWorld } from '../../test/world.ts'
import {
  emptyProgress,
  formatProgress,
  labProgress,
  noteContent,
  parseProgress,
  progressPath,
  readProgress,
  taskProgress,
  writeProgress,
} from './progress.ts'

function example() {
  const progress = emptyProgress()
  const lab = labProgress(progress, '01-x')
  taskProgress(lab, '1.10').status = 'fail'
  Object.assign(taskProgress(lab, '1.2'), {
    status: 'pass',
    attempts: 3,
    hints: 1,
    firstPass: '2026-01-01T00:00:00.000Z',
  })
  lab.best['ink.x'] = 5
  labProgress(progress, '00-y')
  return progress
}

test('sorted keys, one line a task, and it reads back', () => {
  const text = formatProgress(example())
  expect(text).toBe(`{
  "labs": {
    "00-y": {
      "best": {},
      "last": {},
      "tasks": {}
    },
    "01-x": {
      "best": {"ink.x":5},
      "last": {},
      "tasks": {
        "1.2": {"attempts":3,"firstPass":"2026-01-01T00:00:00.000Z","hints":1,"revealed":false,"status":"pass"},
        "1.10": {"attempts":0,"hints":0,"revealed":false,"status":"fail"}
      }
    }
  },
  "schema": "lab-progress/1"
}
`)
  expect(formatProgress(parseProgress(text))).toBe(text)
})

test.each(['{"labs": {', '', '[]', '{"schema":"lab-progress/1","labs":{"a":3}}'])(
  'a broken file is kept aside, never overwritten: %s',
  (text) => {
    const ws = makeWorld()
    mkdirSync(ws.state, { recursive: true })
    writeFileSync(progressPath(ws), text)
    const { progress, kept } = readProgress(ws)
    expect(progress).toEqual(emptyProgress())
    expect(readFileSync(kept as string, 'utf8')).toBe(text)
    writeProgress(ws, example())
    writeFileSync(progressPath(ws), 'again')
    expect(readProgress(ws).kept).not.toBe(kept)
    expect(readFileSync(kept as string, 'utf8')).toBe(text)
  },
)

test('writing leaves no temporary file', () => {
  const ws = makeWorld()
  writeProgress(ws, example())
  expect(readdirSync(ws.state)).toEqual(['progress.json'])
  expect(existsSync(progressPath(ws))).toBe(true)
})

test('another content makes passed work stale, and nothing else', () => {
  const lab = labProgress(example(), '01-x')
  noteContent(lab, 'sha256:a')
  expect(lab.tasks['1.2']?.status).toBe('pass')
  noteContent(lab, 'sha256:b')
  expect(lab.tasks['1.2']?.status).toBe('stale')
  expect(lab.tasks['1.10']?.status).toBe('fail')
})
