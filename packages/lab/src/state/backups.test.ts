import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../../test/world.ts'
import { listBackups, makeBackup, restoreBackup } from './backups.ts'

test('what a backup holds comes back, byte for byte', () => {
  const ws = makeWorld()
  const name = 'labs/07-fixture/answers.ts'
  const before = readFileSync(join(ws.root, name))
  const backup = makeBackup(ws, 'reset 7', [name, 'labs/07-fixture/absent.ts'])
  expect(backup?.files).toEqual([name])
  writeFileSync(join(ws.root, name), 'gone')
  restoreBackup(ws, listBackups(ws).at(-1)!)
  expect(readFileSync(join(ws.root, name))).toEqual(before)
})

test('two in the same millisecond both stay, half-made ones are not offered', () => {
  const ws = makeWorld()
  const now = new Date(0)
  makeBackup(ws, 'a', ['labs/07-fixture/lab.ts'], now)
  makeBackup(ws, 'b', ['labs/07-fixture/lab.ts'], now)
  mkdirSync(join(ws.state, 'backups', 'zzz', 'files'), { recursive: true })
  expect(listBackups(ws).map((backup) => backup.reason)).toEqual(['a', 'b'])
})

test('nothing to keep makes no backup', () => {
  expect(makeBackup(makeWorld(), 'x', ['absent'])).toBeUndefined()
})
