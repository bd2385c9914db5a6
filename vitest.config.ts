import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/{src,test}/**/*.test.ts', 'scripts/**/*.test.ts'],
          // By itself vitest leaves a core free, which on two cores halves the speed.
          maxWorkers: availableParallelism(),
          // Two cores are shared with whatever else runs; a slow machine is no failure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The site, built and opened in a browser. A project of its own: one build serves all its tests.
        test: {
          name: 'site',
          include: ['docs/test/**/*.test.ts'],
          // Only tests that say so are concurrent: the pages in each view.
          maxConcurrency: Math.max(2, availableParallelism()),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A page beside other work may take its time; what never comes is found all the same.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        // A learner's own work: `npx vitest --project labs`. `npm test` grades overlays instead.
        test: {
          name: 'labs',
          include: ['labs/*/checks.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
