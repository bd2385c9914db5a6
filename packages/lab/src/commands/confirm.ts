import type { CommandContext } from './context.ts'

/** Asks on the terminal; without one the answer is no. */
export async function confirm(question: string, context?: Pick<CommandContext, 'confirm'>): Promise<boolean> {
  if (context?.confirm !== undefined) return context.confirm(question)
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await lines.question(`${question} [y/N] `)
    return /^y(es)?$/i.test(answer.trim())
  } catch {
    return false
  } finally {
    lines.close()
  }
}
