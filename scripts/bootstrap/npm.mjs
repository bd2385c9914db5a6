import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { Interrupted, SetupError } from './errors.mjs'
import { exitCodeOf, forwardSignals } from './launch.mjs'

/**
 * Runs `npm ci` in a folder: exactly the lockfile, every package's hash checked, no install scripts.
 *
 * @param {string} node Node to run npm with
 * @param {string} dir folder with package.json and package-lock.json
 * @param {string} what for messages: `the npm packages`
 * @param {(line: string) => void} [onLine] npm's own lines
 * @throws {SetupError} with the remedy, when npm can't
 */
export async function npmCi(node, dir, what, onLine) {
  const args = [
    ...['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--prefer-offline'],
    ...['--no-audit', '--no-fund', '--no-update-notifier', '--no-global', '--no-dry-run', '--loglevel=warn'],
    // A network that is down should be told in seconds; one that stutters still gets three more tries.
    ...[
      '--fetch-retries=3',
      '--fetch-retry-mintimeout=500',
      '--fetch-retry-maxtimeout=4000',
      '--fetch-timeout=60000',
    ],
  ]
  const { code, interrupted, output } = await run(node, [npmCli(), ...args], dir, onLine)
  if (interrupted) throw new Interrupted(`installing ${what}`)
  if (code !== 0) throw npmFailure(what, output)
}

/** Where npm's own program is. Given by npm itself to the scripts it runs; else looked for in PATH. */
function npmCli() {
  const given = process.env.npm_execpath
  if (given && /^np[mx]-cli\.c?js$/.test(basename(given)) && existsSync(given)) {
    return join(dirname(given), 'npm-cli.js')
  }
  const beside = [dirname(process.execPath), ...(process.env.PATH ?? process.env.Path ?? '').split(delimiter)]
  for (const dir of beside) {
    for (const candidate of [join(dir, 'node_modules', 'npm', 'bin', 'npm-cli.js'), join(dir, 'npm')]) {
      if (!existsSync(candidate)) continue
      const real = realpathSync(candidate)
      if (basename(real) === 'npm-cli.js') return real
    }
  }
  throw new SetupError(
    'npm was not found beside this Node or in PATH, and the packages of this clone have to be installed once.\n' +
      'Install npm (it comes with Node from https://nodejs.org; on Debian: apt-get install npm) and run the command again.',
  )
}

/**
 * @param {string} command @param {string[]} args @param {string} cwd @param {((line: string) => void) | undefined} onLine
 * @returns {Promise<{ code: number, interrupted: boolean, output: string }>}
 */
function run(command, args, cwd, onLine) {
  const env = { ...process.env }
  // Flags meant for our command (`npm run lab:check 3 --json`) arrive as npm settings; npm ci must not take them.
  for (const name of Object.keys(env)) {
    if (
      /^npm_config_(json|plain|watch|all|workspaces?|global|location|dry_run|package_lock_only|omit|prefix)$/i.test(
        name,
      )
    )
      delete env[name]
  }
  delete env.NODE_ENV
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = forwardSignals(child)
  let interrupted = false
  // npm finishes unpacking before it heeds Ctrl-C. What it leaves is swept by the next run, so don't wait for it.
  const onInterrupt = () => {
    interrupted = true
    setTimeout(() => child.kill('SIGKILL'), 500).unref()
  }
  process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt)
  let output = ''
  /** @param {Buffer} chunk */
  const collect = (chunk) => {
    output = (output + chunk).slice(-20_000)
    const last = String(chunk).trim().split('\n').at(-1)
    if (last) onLine?.(last)
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      stop()
      process.removeListener('SIGINT', onInterrupt).removeListener('SIGTERM', onInterrupt)
      resolve({ code: code ?? exitCodeOf(signal), interrupted: interrupted || signal !== null, output })
    })
  })
}

/** What npm's failure means and what to do. @param {string} what @param {string} output @returns {SetupError} */
export function npmFailure(what, output) {
  const command = process.env.npm_lifecycle_event
    ? `npm run ${process.env.npm_lifecycle_event}`
    : 'the command'
  const detail = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line) && !noise.test(line))
    .map((line) => `  ${line.replace(/^npm (error|ERR!) ?/, '').trim()}`)
    .filter((line) => line.trim())
    .slice(0, 4)
    .join('\n')
  const cause = causes.find(([pattern]) => pattern.test(output))
  const remedy = cause ? cause[1] : 'That is what npm said; `npm ci` in this folder tells more.'
  return new SetupError(
    `Could not install ${what}.\n${detail}\n${remedy}\nThen run ${command} again: it goes on from here.`,
  )
}

/** Lines of npm's that help nobody here: stack frames, error fields said twice, the name of its log. */
const noise = /^npm (error|ERR!) *(at |code\b|errno|syscall|type:|[a-z]+: |\}|A complete log|.*_logs)/

/** @type {[RegExp, string][]} */
const causes = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|network/,
    'The registry could not be reached. The first run needs a network (about 160 MB once; after that everything works offline).\n' +
      'Connect, or behind a proxy run:  npm config set proxy http://HOST:PORT',
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
    "The registry's certificate was not accepted. Behind a company proxy run:  npm config set cafile PATH_OF_ITS_CERTIFICATE",
  ],
  [/EINTEGRITY/, 'A downloaded package is not the one the lockfile names. Run:  npm cache clean --force'],
  [/ENOSPC/, 'The disk is full. Free about 1 GB.'],
  [/EACCES|EPERM|EROFS/, "This clone's folder can't be written. Own it, or clone into a folder of yours."],
  [
    /EUSAGE|can only install packages when your package.json and package-lock.json/,
    "package.json and package-lock.json don't agree. Bring both back with:  git checkout -- package.json package-lock.json packages/*/package.json",
  ],
]
