/** The Worker of edit-and-run: compiles the learner's TypeScript and runs the lab's own checks on it. */
import { CheckFailure } from '../../../../../packages/lab/src/grade/compare.ts'
import type { Check, LabManifest } from '../../../../../packages/lab/src/types.ts'
import { PageBuffer } from './buffer.ts'
import { createLoader, LoadError, type Loader } from './compile.ts'
import { createContexts } from './context.ts'
import { packageOf } from './packages.ts'
import type { CheckLine, FromRunner, RunRequest } from './protocol.ts'

/** The part of DedicatedWorkerGlobalScope that is used. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<RunRequest>) => void) | null
  postMessage(message: FromRunner): void
}
// Node, in the terminal, has its own.
if (!('Buffer' in globalThis)) Object.assign(globalThis, { Buffer: PageBuffer })
const post = (message: FromRunner) => scope.postMessage(message)

for (const method of ['log', 'info', 'warn', 'error'] as const)
  console[method] = (...args: unknown[]) =>
    post({
      type: 'log',
      text: args
        .map((arg) => (typeof arg === 'string' ? arg : inText(arg)))
        .join(' ')
        .slice(0, 500),
    })

function inText(value: unknown): string {
  try {
    return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}n` : item)) ?? String(value)
  } catch {
    return String(value)
  }
}

scope.onmessage = ({ data }) => {
  run(data).then(
    () => post({ type: 'done' }),
    (error) => post({ type: 'failed', message: (error as Error).message }),
  )
}

async function run(request: RunRequest): Promise<void> {
  const { files, sources, assets } = request
  const { inklingToModule: toModule } = globalThis as { inklingToModule?: (text: string) => string }
  const loader = createLoader({ file: (path) => files[path] ?? sources[path], packageOf, toModule })
  const { default: manifest } = (await loader.load('lab.ts')) as { default: LabManifest }
  const { checks } = (await loader.load('checks.ts')) as { checks: Check[] }
  const read = async (path: string) => {
    const url = assets[path]
    if (url === undefined) throw new Error(`the page does not have ${path}: grade this task in your clone`)
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${path} could not be loaded: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  const program = async () => new Uint8Array(await (await fetch(request.program)).arrayBuffer())
  const context = createContexts({
    manifest,
    loader,
    file: read,
    program,
    note: (text) => post({ type: 'note', text }),
  })
  for (const check of checks.filter(({ task }) => request.tasks.includes(task))) {
    post({ type: 'start', id: check.id })
    const began = performance.now()
    const base = { id: check.id, task: check.task, name: check.name }
    let line: CheckLine
    try {
      await check.run(await context(check.id))
      line = { ...base, status: 'pass', duration: performance.now() - began }
    } catch (error) {
      const file = manifest.tasks.find(({ id }) => id === check.task)?.file ?? ''
      line = { ...base, ...inWords(error, loader, file), status: 'fail', duration: performance.now() - began }
    }
    post({ type: 'result', line })
  }
}

/** What went wrong, as `lab check` says it. */
function inWords(error: unknown, loader: Loader, file: string): Partial<CheckLine> {
  if (error instanceof CheckFailure) {
    const { message, expected, actual, distance, options } = error
    return { message, expected, actual, distance, input: options.input, where: file }
  }
  if (error instanceof LoadError) return { message: error.message, where: error.where }
  if ((error as Error)?.name === 'TodoError')
    return { message: (error as Error).message, where: loader.placeOf(error) }
  const own = error instanceof Error ? error : new Error(String(error))
  const where = loader.placeOf(own)
  // A check's own frame says that it could not use what it got.
  const learners = where !== undefined && !where.startsWith('checks.ts')
  return {
    message: `${learners ? 'your code threw ' : ''}${own.name}: ${own.message.split('\n')[0]}`,
    where: learners ? where : file,
  }
}
