import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import type { Step } from './types.ts'

/** May be bundled into pages and packages: no condition but to keep the notice. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  // Of the tables in unicode-ident: keep the notice.
  'Unicode-3.0',
])

/** Copyleft by file, which ends at the file: fine to use unchanged. */
const BY_FILE = new Set(['MPL-2.0'])

/** Whose package.json names no licence; read in the package itself. */
const KNOWN: Record<string, string> = { memorystream: 'MIT' }

export interface Licensed {
  path: string
  licence: string | undefined
}

/** GPL and everything else outside of the list is kept out of the tree that packages and pages are built from. */
export const licencesStep: Step = {
  name: 'licences',
  title: 'licences of what is bundled',
  async run() {
    const packages = lockedPackages(readFileSync(join(root, 'package-lock.json'), 'utf8'), installedLicence)
    const faults = [...licenceFaults(packages), ...importFaults(sources())]
    return {
      passed: packages.length - Math.min(faults.length, packages.length),
      failed: faults.length,
      output: faults.join('\n'),
    }
  },
}

/** Every package of a lockfile (version 3), its licence as installed, else as locked. */
export function lockedPackages(
  text: string,
  installed: (path: string) => string | undefined = () => undefined,
): Licensed[] {
  type Entry = { link?: boolean; license?: string }
  return Object.entries((JSON.parse(text) as { packages: Record<string, Entry> }).packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .map(([path, entry]) => ({ path, licence: installed(path) ?? entry.license }))
}

/** Packages whose licence is not on the list, a line each. */
export function licenceFaults(packages: readonly Licensed[]): string[] {
  return packages.flatMap(({ path, licence }) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const given = licence ?? KNOWN[name]
    if (given === undefined)
      return [`${path} names no licence: read it, then add it to KNOWN or drop the package`]
    return allowed(given) ? [] : [`${path} is under ${given}, which may not be bundled`]
  })
}

/** An SPDX expression: of alternatives one is enough, of parts all are needed; AND binds tighter than OR. */
export function allowed(expression: string): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  const one = (): boolean => {
    if (tokens[at] !== '(') return isAllowed(tokens[at++])
    at++
    const inside = any()
    return tokens[at++] === ')' && inside
  }
  const all = (): boolean => {
    let good = one()
    while (tokens[at] === 'AND' && ++at) good = one() && good
    return good
  }
  const any = (): boolean => {
    let good = all()
    while (tokens[at] === 'OR' && ++at) good = all() || good
    return good
  }
  return any() && at === tokens.length
}

const isAllowed = (name: string | undefined) =>
  name !== undefined && (PERMISSIVE.has(name) || BY_FILE.has(name))

/** Our own files that import a GPL tool of the oracle: only scripts/oracle/zk may, and loads it at run time. */
export function importFaults(files: readonly { path: string; text: string }[]): string[] {
  return files
    .filter(({ text }) =>
      /(from|import|import\(|require\()\s*['"](snarkjs|circom2?|circomlib(js)?|ffjavascript|wasmcurves)\b/.test(
        text,
      ),
    )
    .map(({ path }) => `${path} imports a GPL tool`)
}

function installedLicence(path: string): string | undefined {
  const file = join(root, ...path.split('/'), 'package.json')
  if (!existsSync(file)) return undefined
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string } }
  return typeof license === 'string' ? license : license?.type
}

function sources(): { path: string; text: string }[] {
  const folders = ['packages', 'labs', 'solutions', 'docs/.vitepress', 'scripts']
  return folders.flatMap((folder) =>
    (readdirSync(join(root, folder), { recursive: true }) as string[])
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(m?[jt]s|vue)$/.test(path) && !/node_modules|\/(dist|cache|target)\//.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  )
}
