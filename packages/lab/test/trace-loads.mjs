/** Preloaded with `--import`: writes the address of every module that was loaded to stderr when the process ends. */
import { registerHooks } from 'node:module'

/** @type {string[]} */
const loaded = []
registerHooks({
  load(url, context, next) {
    loaded.push(url)
    return next(url, context)
  },
})
process.on('exit', () => process.stderr.write(loaded.filter((url) => url.startsWith('file:')).join('\n')))
