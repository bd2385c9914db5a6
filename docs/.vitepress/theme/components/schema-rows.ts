/** As much of JSON Schema as our schemas use. */
export interface Schema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  $ref?: string
  $defs?: Record<string, Schema>
}

export interface SchemaRow {
  /** `tasks[].id`; `{}` stands for any name. */
  path: string
  type: string
  required: boolean
  description: string
}

/** A schema's fields in its own order, one row each, what is inside of objects and lists below them. */
export function schemaRows(schema: Schema): SchemaRow[] {
  const rows: SchemaRow[] = []
  const resolve = (node: Schema): Schema => {
    const name = node.$ref?.split('/').at(-1)
    return name ? { ...schema.$defs?.[name], ...node } : node
  }
  const visit = (given: Schema, path: string): void => {
    const node = resolve(given)
    for (const [name, child] of Object.entries(node.properties ?? {}))
      add(child, path ? `${path}.${name}` : name, node.required?.includes(name) ?? false)
    if (typeof node.additionalProperties === 'object') add(node.additionalProperties, `${path}.{}`, false)
    if (node.items) visit(node.items, `${path}[]`)
    for (const choice of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) visit(choice, path)
  }
  const add = (given: Schema, path: string, required: boolean): void => {
    const node = resolve(given)
    if (!rows.some((row) => row.path === path))
      rows.push({ path, type: typeOf(node, resolve), required, description: node.description ?? '' })
    visit(node, path)
  }
  visit(schema, '')
  return rows
}

function typeOf(node: Schema, resolve: (node: Schema) => Schema): string {
  if (node.const !== undefined) return JSON.stringify(node.const)
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(', ')
  const choices = node.anyOf ?? node.oneOf
  if (choices) return [...new Set(choices.map((choice) => typeOf(resolve(choice), resolve)))].join(' or ')
  if (node.items) return `list of ${typeOf(resolve(node.items), resolve)}`
  return [node.type ?? 'anything'].flat().join(' or ')
}
