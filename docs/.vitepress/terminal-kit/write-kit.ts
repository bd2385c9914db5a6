import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const path = (url: string) => fileURLToPath(new URL(url, import.meta.url))

/** What the terminal mounts, by path: text, or bytes as base64. */
export interface Kit {
  text: Record<string, string>
  base64: Record<string, string>
}

interface LabEntry {
  id: string
  answerFiles: string[]
  tasks: { id: string; file: string }[]
}

/**
 * For a clone: the checks of lab 7 read keys out of the contract's Rust and prove for minutes, those of labs 8 and 9 take a
 * second build of the contract.
 */
const NOT_HERE = new Set(['07-secret-digit', '08-model-registry', '09-mind-nft'])

/**
 * Writes `terminal-kit.json` into a built site: the command `check.mjs`, and the TypeScript, the data and the solved
 * contract of every lab that has a program among the site's.
 *
 * @param dir the built site
 */
export async function writeTerminalKit(dir: string): Promise<Kit> {
  const decoder = createRequire(import.meta.url).resolve('brotli-dec-wasm/web/bg.wasm')
  const kit: Kit = {
    text: { 'check.mjs': await bundle() },
    base64: { 'brotli_dec_wasm_bg.wasm': readFileSync(decoder).toString('base64') },
  }
  const { labs } = JSON.parse(readFileSync(path('../../data/labs.json'), 'utf8')) as { labs: LabEntry[] }
  for (const { id, tasks, answerFiles } of labs) {
    const program = path(`../../data/programs/${id}.code`)
    const graded = tasks.filter(({ file }) => file.endsWith('.ts') && answerFiles.includes(file))
    if (graded.length === 0 || !existsSync(program) || NOT_HERE.has(id)) continue
    const folder = path(`../../../labs/${id}`)
    const add = (name: string, file: string) => {
      kit.text[`labs/${id}/${name}`] = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
    }
    for (const file of readdirSync(folder))
      if (file.endsWith('.ts') && !file.endsWith('.test.ts')) add(file, join(folder, file))
    for (const file of readdirSync(join(folder, 'data')))
      if (/\.(json|csv)$/.test(file)) add(`data/${file}`, join(folder, 'data', file))
    kit.text[`labs/${id}/tasks.json`] = JSON.stringify(graded.map((task) => task.id))
    kit.base64[`labs/${id}/program.code`] = readFileSync(program).toString('base64')
  }
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'terminal-kit.json'), JSON.stringify(kit))
  return kit
}

/** The command with all that it imports, in one file for Node. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: path('.'),
    resolve: {
      alias: [
        { find: '@inkling/wasm/brotli', replacement: path('../theme/playground/runner/brotli.ts') },
        {
          find: /^(@scure\/bip3[29](\/.*)?|isows|@inkling\/proof)$/,
          replacement: path('not-in-kit.ts'),
        },
      ],
    },
    ssr: { noExternal: true },
    build: {
      ssr: path('check.ts'),
      write: false,
      minify: true,
      target: 'node20',
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'check.mjs' } },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const chunks = outputs.flatMap((one) => ('output' in one ? one.output : []))
  const [chunk, ...others] = chunks.filter((one) => one.type === 'chunk')
  if (!chunk || others.length > 0)
    throw new Error(
      `the terminal's command is ${chunks.length} files, not one: ${chunks.map((one) => one.fileName)}`,
    )
  return chunk.code
}
