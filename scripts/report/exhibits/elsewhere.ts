import { publishedFacts } from '../facts.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** What others published, with where. */
export function elsewhere(): Exhibit {
  return {
    title: 'What others published',
    head: ['who and what', 'value', 'unit', 'source'],
    rows: Object.values(publishedFacts()).map(({ who, value, unit, source }) => [
      who,
      value < 1 ? String(value) : grouped(value),
      unit,
      new URL(source).host,
    ]),
    note: 'Values of theirs, none of them run here. docs/report/facts.json has each address and the day we read it.',
  }
}
