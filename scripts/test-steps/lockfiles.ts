import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodePackages, pinnedNode } from '../bootstrap/node.mjs'
import { root } from '../bootstrap/paths.mjs'
import type { Step } from './types.ts'

interface LockEntry {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
}

const files = [
  'package-lock.json',
  'scripts/node-runtime/package-lock.json',
  'scripts/oracle/zk/package-lock.json',
]

/** Lockfiles name packages by version and hash, never by an address: another registry must serve as well. */
export const lockfilesStep: Step = {
  name: 'lockfiles',
  title: 'lockfiles: hashes, no addresses',
  async run() {
    const faults = files.map((file) => {
      const found = lockfileFaults(readFileSync(join(root, file), 'utf8'))
      const more = file === files[1] ? runtimeFaults(readFileSync(join(root, file), 'utf8')) : []
      return [...found, ...more].map((fault) => `${file}: ${fault}`)
    })
    const failed = faults.filter((list) => list.length > 0).length
    return { passed: files.length - failed, failed, output: faults.flat().join('\n') }
  },
}

/** What is wrong with a lockfile (version 3), a line each. */
export function lockfileFaults(text: string): string[] {
  const packages = Object.entries((JSON.parse(text) as { packages: Record<string, LockEntry> }).packages)
  return packages.flatMap(([path, entry]) => {
    const faults = []
    if (/^(git\+)?https?:|^git/.test(entry.resolved ?? '')) {
      faults.push(
        `${path} records a download address (npm config set omit-lockfile-registry-resolved true, then npm install)`,
      )
    }
    if (path.includes('node_modules/') && !entry.link && !entry.integrity)
      faults.push(`${path} has no integrity hash`)
    return faults
  })
}

/** The bootstrap's list of Nodes and its lockfile have to agree. */
export function runtimeFaults(text: string): string[] {
  const packages = (JSON.parse(text) as { packages: Record<string, LockEntry> }).packages
  return Object.values(nodePackages)
    .filter((name) => packages[`node_modules/${name}`]?.version !== pinnedNode)
    .map((name) => `${name} is not at ${pinnedNode}`)
}
