import { afterEach, expect, test } from 'vitest'
import { EnvironmentError } from '../errors.ts'
import { tellErrors } from './tell-errors.ts'

afterEach(() => {
  process.exitCode = undefined
})

test('a known error is told with its remedy and becomes the exit code; a bug is thrown on', async () => {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  await tellErrors(async () => {
    throw new EnvironmentError('no node answers', { remedy: 'npm run devnode' })
  }, say)
  expect(said).toEqual(['FAIL  no node answers', 'next: npm run devnode'])
  expect(process.exitCode).toBe(3)
  const bug = tellErrors(async () => {
    throw new TypeError('oh')
  }, say)
  await expect(bug).rejects.toThrow('oh')
})
