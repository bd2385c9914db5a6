import type { LabManifest } from '../../packages/lab/src/types.ts'

/** What pages say about a lab: its manifest without what only the grader needs. */
export type LabData = Pick<
  LabManifest,
  | 'id'
  | 'number'
  | 'title'
  | 'question'
  | 'minutes'
  | 'lesson'
  | 'learned'
  | 'tasks'
  | 'budgets'
  | 'answerFiles'
>

/** One entry a lab, in order. */
export function labsData(manifests: LabManifest[]): LabData[] {
  return manifests.map(
    ({ id, number, title, question, minutes, lesson, learned, tasks, budgets, answerFiles }) => ({
      id,
      number,
      title,
      question,
      minutes,
      lesson,
      learned,
      tasks,
      budgets,
      answerFiles,
    }),
  )
}
