/**
 * The terminal's one command: `node check.mjs 1` grades lab 1's TypeScript, `node check.mjs 1.2` one task. It runs the
 * page's own runner, and so the lab's own checks, on the files in `labs/`. It knows no browser, and Node is enough.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CheckLine, FromRunner, RunRequest } from '../theme/playground/runner/protocol.ts'

const labs = readdirSync('labs').sort()
const [asked = ''] = process.argv.slice(2)
const lab = labs.find((name) => Number(name.slice(0, 2)) === Number.parseInt(asked, 10))
const say = (text: string) => process.stdout.write(`${text}\n`)

if (lab === undefined) {
  say('node check.mjs 1     grade the TypeScript of lab 1')
  say('node check.mjs 1.2   grade task 1.2')
  say(`labs here: ${labs.join(', ')}`)
  process.exit(asked === '' ? 0 : 2)
}

const folder = join('labs', lab)
const texts = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
)
const asData = (file: string) =>
  `data:application/octet-stream;base64,${readFileSync(file).toString('base64')}`
const assets = Object.fromEntries(
  readdirSync(join(folder, 'data')).map((file) => [`data/${file}`, asData(join(folder, 'data', file))]),
)
const known = readFileSync(join(folder, 'tasks.json'), 'utf8')
const tasks = (JSON.parse(known) as string[]).filter((id) => !asked.includes('.') || id === asked)
if (tasks.length === 0) {
  say(`${asked} is no task in TypeScript; those of ${lab}: ${(JSON.parse(known) as string[]).join(', ')}`)
  process.exit(2)
}

// Node imports no blobs: each module becomes a file.
const modules = resolve('.modules')
mkdirSync(modules, { recursive: true })
let count = 0
const scope = globalThis as unknown as {
  inklingToModule(text: string): string
  postMessage(message: FromRunner): void
  onmessage(event: { data: RunRequest }): void
}
scope.inklingToModule = (text) => {
  const file = join(modules, `${process.pid}-${count++}.mjs`)
  writeFileSync(file, text)
  return pathToFileURL(file).href
}

// The decoder of brotli loads its WebAssembly as a browser does; here that is a file beside this one.
const online = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const url = String(input instanceof Request ? input.url : input)
  if (!url.startsWith('file:')) return online(input, init)
  return new Response(readFileSync(new URL(url)), { headers: { 'content-type': 'application/wasm' } })
}

let failed = 0
scope.postMessage = (message) => {
  if (message.type === 'result') show(message.line)
  else if (message.type === 'note' || message.type === 'log') say(`      ${message.text}`)
  else if (message.type === 'failed') {
    say(message.message)
    process.exitCode = 4
  } else if (message.type === 'done') {
    say(failed === 0 ? `\nall of ${tasks.join(', ')} passed` : `\n${failed} failed`)
    process.exitCode = failed === 0 ? 0 : 1
  }
}

function show(line: CheckLine): void {
  if (line.status === 'fail') failed++
  say(`${line.status.toUpperCase()}  ${line.task}  ${line.name}`)
  for (const [name, text] of [
    ['', line.message],
    ['input     ', line.input],
    ['expected  ', line.expected],
    ['got       ', line.actual],
    ['distance  ', line.distance],
    ['where     ', line.where],
  ])
    if (text) say(`      ${name}${text}`)
}

await import('../theme/playground/runner/entry.ts')
scope.onmessage({
  data: { lab, files: texts, sources: {}, assets, program: asData(join(folder, 'program.code')), tasks },
})
