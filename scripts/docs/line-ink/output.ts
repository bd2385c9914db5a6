import type { Environment } from '../../bench/environment.ts'
import { type Output, read } from '../outputs.ts'
import type { LineInkLab } from './measure.ts'

const file = 'docs/data/line-ink.json'

export function storedLineInk(): LineInkLab[] {
  const text = read(file)
  return text === undefined ? [] : JSON.parse(text).figures
}

/** A line of code a line of JSON: a difference can be read. */
export function lineInkOutput(environment: Environment, figures: readonly LineInkLab[]): Output {
  const spread = JSON.stringify({ environment, figures }, null, 2)
  const text = spread.replace(/\[\n\s+("(?:[^"\\]|\\.)*"),\n\s+(\d+)\n\s+\]/g, '[$1, $2]')
  return { file, text: `${text}\n` }
}
