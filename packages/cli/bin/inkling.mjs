#!/usr/bin/env node
/** `npx --no-install inkling inspect FILE --json`: runs on any Node from 20 and re-executes the project's own. */
import { bootstrap } from '../../../scripts/bootstrap/bootstrap.mjs'

await bootstrap(['inkling', ...process.argv.slice(2)])
