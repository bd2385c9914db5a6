#!/usr/bin/env node
/** `npx --no-install lab check 3 --json`: runs on any Node from 20 and re-executes the project's own. */
import { bootstrap } from '../../../scripts/bootstrap/bootstrap.mjs'

await bootstrap(['lab', ...process.argv.slice(2)])
