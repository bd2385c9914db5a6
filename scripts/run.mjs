#!/usr/bin/env node
/**
 * Every `npm run` of this project starts here, on whatever Node the machine has (20 or newer).
 * Installs what is missing (a fit Node, the npm packages), then gets out of the way:
 * `node scripts/run.mjs lab check 3` becomes `node packages/lab/src/cli.ts check 3`.
 *
 * Only Node built-ins here, and only plain JavaScript: nothing else exists yet on a fresh clone.
 */
import { bootstrap } from './bootstrap/bootstrap.mjs'

await bootstrap(process.argv.slice(2))
