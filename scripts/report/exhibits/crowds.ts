import { scaleFigures } from '../outputs.ts'
import { CROWDS, QUESTIONS_A_DAY } from '../scale.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

const percent = (share: number) => {
  const value = share * 100
  return `${value < 1 ? Number(value.toPrecision(2)) : grouped(value)} %`
}

/** Which share of a chain a crowd takes. */
export function crowds(): Exhibit {
  return {
    title: `Share of the sustained gas that a crowd takes, ${QUESTIONS_A_DAY} questions a day each`,
    head: ['how one asks', ...CROWDS.map((people) => `${grouped(people)} people`)],
    rows: scaleFigures().ways.map(({ name, shares }) => [name, ...shares.map(percent)]),
    note: 'Spread evenly over a day; the busiest hour is several times that. Above 100 % the price rises until fewer ask.',
  }
}
