import { appendFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changedFiles, takeSnapshot } from './snapshot.ts'
import { watchFolder } from './watch-folder.ts'

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'watch-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  writeFileSync(join(dir, 'train.ts'), 'one')
  return dir
}

test.each([false, true])('tells which file was saved (by the clock: %s)', async (poll) => {
  const dir = folder()
  const seen: string[][] = []
  let tell: () => void = () => undefined
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const watching = watchFolder(dir, {
    poll,
    onChange: (files) => {
      seen.push(files)
      tell()
    },
  })
  onTestFinished(() => watching.close())
  expect(watching.polling).toBe(poll)
  appendFileSync(join(dir, 'train.ts'), ' two')
  await told
  expect(seen[0]).toEqual(['train.ts'])
})

test('where the folder cannot be watched it looks by the clock and says why', async () => {
  const reasons: string[] = []
  const watching = watchFolder(join(folder(), 'absent'), {
    poll: false,
    onChange: () => undefined,
    onFallback: (reason) => reasons.push(reason),
  })
  onTestFinished(() => watching.close())
  expect(watching.polling).toBe(true)
  expect(reasons).toEqual(['ENOENT'])
})

test("editors' own files and build folders are nobody's save; a touch is one", () => {
  const dir = folder()
  const before = takeSnapshot(dir)
  for (const name of ['.train.ts.swp', 'train.ts~', '4913', '.#train.ts', 'x.tmp'])
    writeFileSync(join(dir, name), '')
  expect(changedFiles(before, takeSnapshot(dir))).toEqual([])
  utimesSync(join(dir, 'train.ts'), new Date(), new Date(1))
  expect(changedFiles(before, takeSnapshot(dir))).toEqual(['train.ts'])
  rmSync(join(dir, 'train.ts'))
  expect(changedFiles(before, takeSnapshot(dir))).toEqual(['train.ts'])
})
