import { LabError } from '../errors.ts'

/**
 * Runs a script's work. What goes wrong in a known way (no node, no Rust, refused by the chain) is told in two lines
 * with its remedy, and becomes the exit code; anything else is thrown on.
 */
export async function tellErrors(
  work: () => Promise<void>,
  say: (line: string) => void = (line) => console.error(line),
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof LabError)) throw error
    say(`FAIL  ${error.message}`)
    if (error.details !== undefined) say(error.details)
    if (error.remedy !== undefined) say(`next: ${error.remedy}`)
    process.exitCode = error.exitCode
  }
}
