import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { COMMANDS } from '../src/args.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

test('the devcontainer of a class: the same image, no second container, and it is warmed up', () => {
  const file = join(root, '.devcontainer/class/devcontainer.json')
  const { config, error } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8'))
  expect(error).toBeUndefined()
  expect(existsSync(join(file, '..', config.build.dockerfile))).toBe(true)
  expect(config).not.toHaveProperty('dockerComposeFile')
  expect(config.hostRequirements.cpus).toBe(2)
  const command = /lab (\w+)$/.exec(config.updateContentCommand)?.[1] ?? ''
  expect(Object.keys(COMMANDS)).toContain(command)
  // The guide names it as it is called in the file, for the list where one chooses.
  expect(readFileSync(join(root, 'docs/guides/codespaces.md'), 'utf8')).toContain(config.name)
})
