import { programUrl } from '../chain/programs.ts'
import type { RunRequest } from '../runner/protocol.ts'

const typescript = import.meta.glob<string>(['../../../../../labs/*/*.ts', '!**/*.test.ts'], {
  query: '?raw',
  import: 'default',
})
const data = import.meta.glob<string>(
  ['../../../../../labs/*/data/*.{csv,json}', '../../../../../labs/*/contract/core/src/key.rs'],
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
)

const inside = (path: string, lab: string) => path.split(`/labs/${lab}/`)[1]

/** All TypeScript of a lab as its starter has it, by path inside the lab. */
export async function labSources(lab: string): Promise<Record<string, string>> {
  const own = Object.entries(typescript).flatMap(([path, load]) => {
    const name = inside(path, lab)
    return name === undefined ? [] : [[name, load] as const]
  })
  return Object.fromEntries(await Promise.all(own.map(async ([name, load]) => [name, await load()] as const)))
}

/** What a run needs beside the sources; addresses are absolute, as a Worker has a base of its own. */
export function runRequest(
  lab: string,
  sources: Record<string, string>,
  files: Record<string, string>,
  tasks: string[],
): RunRequest {
  const absolute = (url: string) => new URL(url, location.href).href
  const assets = Object.entries(data).flatMap(([path, url]) => {
    const name = inside(path, lab)
    return name === undefined ? [] : [[name, absolute(url)] as const]
  })
  return {
    lab,
    files,
    sources,
    assets: Object.fromEntries(assets),
    program: absolute(programUrl(lab)),
    tasks,
  }
}
