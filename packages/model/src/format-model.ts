import type { Model } from './types.ts'

/** JSON text of a model file: lists of numbers and nodes on one line each, so that diffs stay readable. */
export function formatModel(model: Model): string {
  return `${write(model, '')}\n`
}

function write(value: unknown, indent: string): string {
  const flat = JSON.stringify(value)
  if (typeof value !== 'object' || value === null || !(flat.includes('{', 1) || flat.length > 100))
    return flat
  const deeper = `${indent}  `
  if (Array.isArray(value))
    return `[\n${value.map((item) => deeper + write(item, deeper)).join(',\n')}\n${indent}]`
  const fields = Object.entries(value).map(
    ([key, item]) => `${deeper}${JSON.stringify(key)}: ${write(item, deeper)}`,
  )
  return `{\n${fields.join(',\n')}\n${indent}}`
}
