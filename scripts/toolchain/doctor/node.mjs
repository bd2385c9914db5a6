import { isFitVersion, minimumNode, ownNodePath, pinnedNode } from '../../bootstrap/node.mjs'
import { installedMatchesLock } from '../../bootstrap/packages.mjs'
import { findProgram } from '../find-program.mjs'
import { run } from '../run.mjs'
import { versionIn } from '../version.mjs'

/**
 * @typedef {import('../types.mjs').Finding} Finding
 * @typedef {import('../types.mjs').Machine} Machine
 */

/** @returns {Finding} */
export function nodeFinding() {
  const version = process.versions.node
  const where =
    process.execPath === ownNodePath()
      ? `installed for this clone (npm package, pinned to ${pinnedNode})`
      : "the machine's own"
  if (isFitVersion(version)) return { name: 'node', status: 'ok', version, detail: where }
  const wanted = minimumNode.join('.')
  return {
    name: 'node',
    status: 'missing',
    version,
    detail: `older than ${wanted}`,
    remedy: 'Start commands with npm run: a fit Node is then installed into .tools.',
  }
}

/** @param {Machine} machine @returns {Promise<Finding>} */
export async function npmFinding({ env, platform }) {
  // npm is a script on Windows; what started us says its version there.
  const version = versionIn(/npm\/(\S+)/.exec(env.npm_config_user_agent ?? '')?.[1] ?? '')
  if (version) return { name: 'npm', status: 'ok', version, detail: 'started this command' }
  const npm = findProgram('npm', env)
  const said = npm && platform !== 'win32' ? await run(npm, ['--version'], { env }) : undefined
  if (said?.code === 0) return { name: 'npm', status: 'ok', version: said.out.trim(), detail: npm ?? '' }
  return {
    name: 'npm',
    status: 'warn',
    detail: 'not found in PATH',
    remedy: 'Install npm; it comes with Node from https://nodejs.org (Debian: apt-get install npm).',
  }
}

/** @returns {Finding} */
export function packagesFinding() {
  if (installedMatchesLock())
    return { name: 'npm packages', status: 'ok', detail: 'node_modules is of this lockfile' }
  return {
    name: 'npm packages',
    status: 'missing',
    detail: 'node_modules is not of this lockfile',
    remedy: 'npm ci   (every npm run does it by itself)',
  }
}

/** @param {Machine} machine @returns {Promise<Finding>} */
export async function gitFinding({ env }) {
  const said = await run('git', ['--version'], { env })
  if (said.code === 0)
    return { name: 'git', status: 'ok', version: versionIn(said.out), detail: 'brings back deleted files' }
  return {
    name: 'git',
    status: 'warn',
    detail: 'not found',
    remedy: 'Install git; without it a deleted file of a lab has to be downloaded again.',
  }
}
