/** The generated figures, typed, for components. Pages take theirs through `{{ lab0.callGas }}`. */
import bench from '../../data/bench-lab.json'
import labsJson from '../../data/labs.json'
import lessons from '../../data/lessons.json'

export const figures = lessons.figures
export const environment = lessons.environment
export const labs = labsJson.labs
export const twins = bench.figures.solidityTwin

export type CostParts = (typeof figures)['lab0']['parts']

/** @throws Error when there is no such lab: the page does not build */
export function labOf(number: number) {
  const lab = labs.find((candidate) => candidate.number === number)
  if (!lab) throw new Error(`docs/data/labs.json has no lab ${number}`)
  return lab
}

export const integer = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 })
export const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)}\u00a0%`
