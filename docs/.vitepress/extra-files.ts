import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** JSON schemas that the site serves beside the pages about them, from the root of the clone. */
const SCHEMAS = [
  'packages/lab/schema/lab-report-1.schema.json',
  'packages/lab/schema/lab-progress-1.schema.json',
  'packages/model/schema/inkling-model-1.schema.json',
  'packages/model/schema/inkling-vectors-1.schema.json',
]

/** Where `npm run docs:build` put the crates' documentation; it says so in `DOCS_RUSTDOC`. */
const rustdoc = () => process.env.DOCS_RUSTDOC || undefined

/** Whether this build has the crates' documentation in it: without cargo it has not, and the page says so. */
export function hasRustdoc(): boolean {
  const dir = rustdoc()
  return dir !== undefined && existsSync(join(dir, 'inkling_quant', 'index.html'))
}

/** Puts what rustdoc made into the built site. */
export function copyRustdoc(outDir: string): void {
  if (hasRustdoc()) cpSync(rustdoc()!, join(outDir, 'rustdoc'), { recursive: true })
}

/** Puts the schemas into the built site. */
export function copySchemas(outDir: string): void {
  mkdirSync(join(outDir, 'schema'), { recursive: true })
  for (const file of SCHEMAS) cpSync(join(root, file), join(outDir, 'schema', file.split('/').at(-1)!))
}
