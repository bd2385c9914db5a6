import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './errors.mjs'
import { withLock } from './lock.mjs'
import { fitNode, minimumNode, nodeDir, nodePackages, ownNodePath, pinnedNode } from './node.mjs'
import { npmCi } from './npm.mjs'
import { installedMatchesLock, markPackagesReady, packagesReady } from './packages.mjs'
import { root, toolsDir } from './paths.mjs'
import { startProgress } from './progress.mjs'

/**
 * Installs what is missing: a fit Node, then the npm packages. Safe to interrupt and to start twice.
 *
 * @returns {Promise<string>} path of the Node to run the project with
 * @throws {SetupError}
 */
export async function makeReady() {
  const waiting = () => process.stderr.write('Another command is setting up this clone; waiting for it.\n')
  try {
    return await withLock(join(toolsDir, 'setup.lock'), installMissing, waiting)
  } catch (error) {
    throw asSetupError(error)
  }
}

async function installMissing() {
  // Looked at again under the lock: the one we waited for may have done it all.
  const node = fitNode() ?? (await installNode())
  if (!packagesReady()) await installPackages(node)
  return node
}

/** Puts the pinned Node into `.tools`, complete or not at all. */
async function installNode() {
  const path = ownNodePath()
  const wanted = minimumNode.join('.')
  if (!path) {
    throw new SetupError(
      `This project needs Node ${wanted} or newer, and this is ${process.version} on ${process.platform} ${process.arch}, for which npm carries none.\n` +
        "Install a newer Node from https://nodejs.org or your system's packages, and run the command again.",
    )
  }
  const progress = startProgress(
    `Node ${process.versions.node} is older than ${wanted}: installing Node ${pinnedNode} into .tools`,
  )
  const staging = join(toolsDir, `node-${pinnedNode}.part`)
  try {
    sweepStaging()
    mkdirSync(staging, { recursive: true })
    writeRuntimeManifest(staging)
    await npmCi(process.execPath, staging, `Node ${pinnedNode}`, progress.detail)
    checkNode(path.replace(nodeDir, staging))
    writeFileSync(join(staging, 'ready'), `${pinnedNode}\n`)
    rmSync(nodeDir, { recursive: true, force: true })
    renameSync(staging, nodeDir)
  } catch (error) {
    progress.end()
    rmSync(staging, { recursive: true, force: true })
    throw error
  }
  progress.end(`Node ${pinnedNode} installed into .tools`)
  return path
}

/**
 * A package and a lockfile for this machine's Node alone. The committed lockfile lists all machines'
 * Nodes as optional, and npm calls it a success when an optional package could not be fetched.
 *
 * @param {string} dir
 */
function writeRuntimeManifest(dir) {
  const name = nodePackages[`${process.platform}-${process.arch}`] ?? ''
  const committed = JSON.parse(
    readFileSync(join(root, 'scripts', 'node-runtime', 'package-lock.json'), 'utf8'),
  )
  const { optional: _, ...entry } = committed.packages[`node_modules/${name}`]
  const manifest = {
    name: 'node-runtime',
    version: '1.0.0',
    private: true,
    dependencies: { [name]: pinnedNode },
  }
  const lock = {
    ...manifest,
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest, [`node_modules/${name}`]: entry },
  }
  writeFileSync(join(dir, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(dir, 'package-lock.json'), JSON.stringify(lock))
}

/** Left by a run that was killed. */
function sweepStaging() {
  for (const name of readdirSync(toolsDir)) {
    if (/^node-.*\.part$/.test(name)) rmSync(join(toolsDir, name), { recursive: true, force: true })
  }
}

/** @param {string} path */
function checkNode(path) {
  let said = 'nothing: the package was not installed'
  try {
    if (existsSync(path))
      said = execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 }).trim()
  } catch (error) {
    said = String(/** @type {Error} */ (error).message).split('\n')[0] ?? ''
  }
  if (said === `v${pinnedNode}`) return
  throw new SetupError(
    `Node ${pinnedNode} was fetched but doesn't run on this machine (it said: ${said}).\n` +
      `Install Node ${minimumNode.join('.')} or newer from https://nodejs.org or your system's packages (on Alpine: apk add nodejs-current), and run the command again.`,
  )
}

/** @param {string} node */
async function installPackages(node) {
  const count = Object.keys(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages).length
  const progress = startProgress(`Installing npm packages (about ${Math.round(count / 10) * 10}, once)`)
  try {
    rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true })
    await npmCi(node, root, 'the npm packages', progress.detail)
    if (!installedMatchesLock()) {
      throw new SetupError(
        'npm finished, but a package made for this machine is missing (npm passes over failed downloads of optional packages).\n' +
          'Check the network and run the command again.',
      )
    }
    markPackagesReady()
  } catch (error) {
    progress.end()
    throw error
  }
  progress.end('npm packages installed')
}

/** @param {unknown} error */
function asSetupError(error) {
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error)
  if (error instanceof SetupError || !code) return error
  const where = path ? ` (${path})` : ''
  if (code === 'ENOSPC')
    return new SetupError(`The disk is full${where}. Free about 1 GB and run the command again.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new SetupError(
      `This clone's folder can't be written${where}. Own it, or clone into a folder of yours, and run the command again.`,
    )
  }
  return error
}
