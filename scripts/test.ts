/**
 * `npm test`: every check of the project as named steps, counted, ending with `N passed, N failed`.
 *
 *   npm test                     all steps
 *   npm test -- --only unit      one step (several: --only types,unit)
 *   npm test -- --list           the steps
 *
 * Exit code 0 when nothing failed, 1 when something did, 2 for a wrong argument, 130 when interrupted.
 */
import { parseArgs } from 'node:util'
import { runSteps } from './test-steps/run-steps.ts'
import { steps } from './test-steps/steps.ts'

const options = { only: { type: 'string' }, list: { type: 'boolean' } } as const

function parsed() {
  try {
    return parseArgs({ options, args: process.argv.slice(2) }).values
  } catch (error) {
    return { wrong: (error as Error).message }
  }
}

const values = parsed()
const known = steps.map((step) => step.name)
if ('wrong' in values) {
  console.error(`${values.wrong}\nUsage: npm test [-- --only STEP,STEP | --list]`)
  process.exit(2)
}
if (values.list) {
  for (const step of steps) console.log(`${step.name.padEnd(12)} ${step.title}`)
  process.exit(0)
}
const wanted = values.only?.split(',') ?? known
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. Steps: ${known.join(', ')}`)
  process.exit(2)
}
process.exitCode = await runSteps(steps.filter((step) => wanted.includes(step.name)))
