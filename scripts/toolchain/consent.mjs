import { askOnTerminal, hasTerminal } from './ask.mjs'
import { aptCommand } from './debian.mjs'
import { findProgram } from './find-program.mjs'
import { run } from './run.mjs'

/**
 * Whether system packages may be installed, and with which right. On a terminal a person is asked
 * first. Unasked only where `CI` is set, or where there is no terminal and the user is root.
 *
 * @param {import('./types.mjs').Machine} machine
 * @param {{ ask?: import('./types.mjs').Ask | null }} options
 * @param {string[]} packages
 * @returns {Promise<{ prefix: string[], terminal: boolean } | { refused: string }>}
 */
export async function mayInstallPackages({ env, root }, options, packages) {
  const sudo = root ? undefined : findProgram('sudo', env)
  const ci = Boolean(env.CI) && env.CI !== 'false' && env.CI !== '0'
  const ask = options.ask ?? (options.ask !== null && hasTerminal() ? askOnTerminal : undefined)
  if (ci || !ask) {
    if (root) return { prefix: [], terminal: false }
    // Hosted CI machines let their user become root without a password.
    if (ci && sudo && (await run(sudo, ['-n', 'true'], { env })).code === 0)
      return { prefix: [sudo, '-n'], terminal: false }
    return { refused: 'system packages need root, and there is nobody to ask for it' }
  }
  if (!root && !sudo) return { refused: 'system packages need root, and there is no sudo' }
  const how = root ? '' : ' with sudo'
  const yes = await ask(
    `Rust for wasm32 can be installed${how} from Debian's packages (about 1 GB):\n  ${aptCommand(packages)}\nInstall them now?`,
  )
  if (!yes) return { refused: 'you said no to installing the packages' }
  return { prefix: sudo ? [sudo] : [], terminal: Boolean(sudo) }
}
