import { createInterface } from 'node:readline/promises'

/** A person can be asked: question and answer both go through a terminal. */
export function hasTerminal() {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY)
}

/**
 * Asks on standard error. Enter means yes, the end of input or Ctrl-C means no.
 *
 * @param {string} question
 */
export async function askOnTerminal(question) {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const controller = new AbortController()
  lines.once('close', () => controller.abort())
  lines.once('SIGINT', () => lines.close())
  try {
    const answer = await lines.question(`${question} [Y/n] `, { signal: controller.signal })
    return /^\s*(y|yes)?\s*$/i.test(answer)
  } catch {
    process.stderr.write('\n')
    return false
  } finally {
    lines.close()
  }
}
