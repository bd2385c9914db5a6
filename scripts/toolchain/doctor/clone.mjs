import { readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../bootstrap/paths.mjs'

/**
 * @typedef {import('../types.mjs').Finding} Finding
 * @typedef {import('../types.mjs').Machine} Machine
 */

/** @returns {Finding} */
export function diskFinding() {
  const name = 'disk'
  const { bavail, bsize } = statfsSync(root)
  const free = (bavail * bsize) / 1e9
  const detail = `${free.toFixed(1)} GB free for this clone`
  // Measured: packages 0.3, Node 0.2, Rust 0.5 to 1, one shared build folder about 1 GB.
  if (free >= 3) return { name, status: 'ok', detail }
  return {
    name,
    status: free < 1 ? 'missing' : 'warn',
    detail,
    remedy: 'Free some: the labs use about 3 GB in all. .work and .tools may be deleted at any time.',
  }
}

/** @param {Machine} machine @returns {Finding} */
export function folderFinding({ platform }) {
  const name = 'folder'
  const slow = platform === 'linux' ? slowMount(root, readText('/proc/mounts') ?? '') : undefined
  if (!slow) return { name, status: 'ok', detail: 'a file system of this machine' }
  const wsl = /microsoft/i.test(readText('/proc/version') ?? '')
  return {
    name,
    status: 'warn',
    detail: `the clone is on a ${wsl ? 'Windows' : 'shared'} folder (${slow}): builds are slow there, and changes to files are not announced`,
    remedy: wsl
      ? 'Clone into the Linux file system:  cd ~ && git clone …   Until then watch with:  npm run lab -- watch --poll'
      : 'Use a folder inside the container, or watch with:  npm run lab -- watch --poll',
  }
}

const slowTypes = [
  '9p',
  'drvfs',
  'v9fs',
  'virtiofs',
  'fuse.grpcfuse',
  'fakeowner',
  'cifs',
  'smb3',
  'nfs',
  'nfs4',
  'vboxsf',
  'prl_fs',
]

/**
 * The kind of a file system shared with another machine, when the folder is on one.
 *
 * @param {string} folder
 * @param {string} mounts text of `/proc/mounts`
 */
export function slowMount(folder, mounts) {
  const rows = mounts.split('\n').map((line) => line.split(' '))
  const inside = rows
    .map(([, at = '', type = '']) => ({ at: at.replaceAll('\\040', ' '), type }))
    .filter(({ at }) => at === '/' || folder === at || folder.startsWith(`${at}/`))
  const nearest = inside.sort((a, b) => b.at.length - a.at.length)[0]
  return nearest && slowTypes.includes(nearest.type) ? nearest.type : undefined
}

/** @returns {Finding} */
export function lineEndingsFinding() {
  const name = 'line endings'
  // Checked out together: if these are right, so is the rest.
  const samples = ['package.json', 'scripts/run.mjs', 'tsconfig.json', '.gitattributes']
  const wrong = samples.filter((file) => readText(join(root, file))?.includes('\r\n'))
  if (wrong.length === 0) return { name, status: 'ok', detail: 'LF' }
  return {
    name,
    status: 'warn',
    detail: `CRLF in ${wrong.join(', ')}: hashes of the labs' files differ then`,
    remedy:
      'git config core.autocrlf false && git rm --cached -r -q . && git reset --hard   (commit your work first)',
  }
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
