import { forget, keep, read } from '../playground/editor/kept.ts'

/** How the reader judged an answer beside ours. */
export const VERDICTS = ['had it', 'nearly', 'not yet'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface KeptAnswer {
  text: string
  /** Only after comparing. */
  verdict?: Verdict
}

/** Of all questions in a lesson. */
export const QUESTIONS = 3
/** Characters; more than a page of writing. */
const LONGEST = 4_000

const keyOf = (lab: number, number: number) => `recall.${lab}.${number}`

/** What was answered; something broken in the storage counts as nothing. */
export function loadAnswer(lab: number, number: number): KeptAnswer | undefined {
  const stored = read(keyOf(lab, number))
  if (stored === undefined) return undefined
  try {
    const { text, verdict } = JSON.parse(stored) as { text?: unknown; verdict?: unknown }
    if (typeof text !== 'string') return undefined
    const known = VERDICTS.find((one) => one === verdict)
    return { text: text.slice(0, LONGEST), ...(known ? { verdict: known } : {}) }
  } catch {
    return undefined
  }
}

/** @returns false where the browser does not keep it */
export function keepAnswer(lab: number, number: number, answer: KeptAnswer): boolean {
  return keep(keyOf(lab, number), JSON.stringify(answer))
}

export function forgetAnswer(lab: number, number: number): void {
  forget(keyOf(lab, number))
}

/** The verdicts of a lesson, by question; those that were not compared yet are left out. */
export function verdictsOf(lab: number): Verdict[] {
  return Array.from({ length: QUESTIONS }, (_, i) => loadAnswer(lab, i + 1)?.verdict).filter(
    (verdict) => verdict !== undefined,
  )
}

export function forgetAnswers(labs: readonly number[]): void {
  for (const lab of labs) for (let number = 1; number <= QUESTIONS; number++) forgetAnswer(lab, number)
}
