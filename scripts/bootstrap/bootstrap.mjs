import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './errors.mjs'
import { launch } from './launch.mjs'
import { fitNode } from './node.mjs'
import { packagesReady } from './packages.mjs'
import { root } from './paths.mjs'

/** What each first word starts. Kept beside package.json's scripts, which name these words. */
export const entries = {
  lab: 'packages/lab/src/cli.ts',
  inkling: 'packages/cli/src/cli.ts',
  devnode: 'packages/devnode/src/cli.ts',
  'node:prepare': 'scripts/node-prepare/cli.ts',
  test: 'scripts/test.ts',
  'bench:lab': 'scripts/bench-lab.ts',
  'bench:devnode': 'packages/devnode/bench/bench.ts',
  'bench:inference': 'scripts/bench-inference.ts',
  'bench:kernels': 'scripts/bench-kernels.ts',
  'bench:proof': 'scripts/bench-proof.ts',
  'bench:mind': 'scripts/bench-mind.ts',
  'bench:limits': 'scripts/bench-limits.ts',
  'bench:attacks': 'scripts/bench-attacks.ts',
  'fuzz:proof': 'scripts/fuzz-proof.ts',
  'oracle:zk': 'scripts/oracle/zk/cross-check.ts',
  'oracle:native': 'scripts/oracle/native/cross-check.ts',
  'prove:native': 'scripts/prove-native.ts',
  'train:all': 'scripts/train-all.ts',
  'docs:dev': 'scripts/docs/dev.ts',
  'docs:build': 'scripts/docs/build.ts',
  'docs:preview': 'scripts/docs/preview.ts',
  'docs:data': 'scripts/docs/data.ts',
  report: 'scripts/report.ts',
  format: 'scripts/format.ts',
}

/**
 * Makes the clone ready and runs one of its commands, with the exit code of that command.
 * Exit codes of its own: 2 for an unknown command, 3 when the machine can't be made ready,
 * 130 when interrupted.
 *
 * @param {string[]} argv command and its arguments
 */
export async function bootstrap(argv) {
  const [command = '', ...args] = argv
  try {
    if (!Object.hasOwn(entries, command)) throw usageError(command)
    const entry = join(root, entries[/** @type {keyof typeof entries} */ (command)])
    if (!existsSync(entry)) throw missingEntry(entry)
    let node = fitNode()
    if (!node || !packagesReady()) {
      // Loaded only when needed: the usual run has nothing to install and should start at once.
      const { makeReady } = await import('./make-ready.mjs')
      node = await makeReady()
    }
    await launch(node, entry, args)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}

/** @param {string} command */
function usageError(command) {
  const known = Object.keys(entries)
    .map((name) => `npm run ${name}`)
    .join(', ')
  const said = command ? `There is no command '${command}'.` : 'Name a command.'
  return new SetupError(`${said}\nKnown: ${known}`, 2)
}

/** @param {string} entry */
function missingEntry(entry) {
  const file = entry.slice(root.length + 1).replaceAll('\\', '/')
  return new SetupError(
    `This command's file is not in the clone: ${file}\nIf it was deleted, bring it back with:  git checkout -- ${file}`,
  )
}
