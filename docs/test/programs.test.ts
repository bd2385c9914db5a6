import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { staleProgramLines } from '../../scripts/docs/programs/inputs.ts'
import { listFile } from '../../scripts/docs/programs/list.ts'

test('the programs of the playgrounds were made from the sources of today', async () => {
  const stale = await staleProgramLines(JSON.parse(readFileSync(listFile, 'utf8')))
  expect(stale.map(({ line }) => line)).toEqual([])
})
