/** The checks of this lab in vitest: `npx vitest --project labs`. `npm run lab:check` runs the same ones. */
import { runChecksInVitest } from '@inkling/lab/vitest'
import { checks } from './checks.ts'
import lab from './lab.ts'

runChecksInVitest(lab, checks)
