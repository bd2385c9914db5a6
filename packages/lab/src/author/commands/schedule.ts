import type { CommandContext } from '../../commands/context.ts'
import { EXIT, UsageError } from '../../errors.ts'
import { plannedLabs } from '../planned-labs.ts'
import { clock, inWords, makeSchedule, parseTarget } from '../schedule.ts'
import { whichLabs } from './which.ts'

/** `lab author schedule --target 3h [1 2 ...]`: a plan for a class, from the minutes of lessons and labs. */
export async function run(context: CommandContext, words: string[]): Promise<number> {
  const { ws, args, out } = context
  const text = args.flags.target
  const target = text === undefined ? undefined : parseTarget(text)
  if (target === undefined)
    throw new UsageError(
      text === undefined ? 'how long is the class?' : `'${text}' is no time between 30 minutes and 10 days`,
      { remedy: 'npm run lab -- author schedule --target 3h\n(or 90m, 3h30, 2d: a day has six hours)' },
    )
  const plan = makeSchedule(plannedLabs(ws, await whichLabs(ws, words)), target)
  if (args.flags.json) {
    out(JSON.stringify({ schema: 'lab-schedule/1', ...plan }, null, 2))
    return EXIT.pass
  }
  out(`a class of ${inWords(target)}`)
  let day = 0
  for (const slot of plan.slots) {
    if (slot.day !== day && plan.slots.at(-1)?.day !== 1) out(`day ${slot.day}`)
    day = slot.day
    out(`${clock(slot.at).padStart(6)}  ${String(slot.minutes).padStart(3)} min  ${slot.what}`)
  }
  if (plan.left.length > 0) out(`for afterwards: ${plan.left.join('; ')}`)
  return EXIT.pass
}
