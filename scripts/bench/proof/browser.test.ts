import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadModel, unpackInput } from '@inkling/model'
import { expect, test } from 'vitest'
import { root } from '../../bootstrap/paths.mjs'
import { findBrowser } from '../../toolchain/doctor/chromium.mjs'
import { bundleSize, startBrowserBench } from './browser.ts'

const executable = findBrowser(process.env, process.platform)

// On a person's machine without a browser this is skipped by name; CI has to have one.
test.skipIf(!executable && !process.env.CI)(
  'a Worker of Chromium proves, verifies and can be cancelled in the middle',
  async () => {
    const name = join(root, 'packages/model/models/iris-linear')
    const text = readFileSync(`${name}.model.json`, 'utf8')
    const { input } = JSON.parse(readFileSync(`${name}.vectors.json`, 'utf8'))
    const row = [...unpackInput(loadModel(text), input[0])]
    const bench = await startBrowserBench(executable!)
    try {
      // The Worker throws for a proof that doesn't hold.
      const { proveMs, cancelMs } = await bench.measure({ text, secret: 'input', row, runs: 1 })
      expect(proveMs).toHaveLength(1)
      expect(cancelMs).not.toBeNaN()
      await expect(bench.measure({ text, secret: 'input', row: [1], runs: 1 })).rejects.toThrow()
    } finally {
      await bench.close()
    }
  },
)

test('pages load little: a verifier less than a prover, and neither the training library', async () => {
  const [prover, verifier] = [await bundleSize('only-prove.ts'), await bundleSize('only-verify.ts')]
  expect(prover.gzip).toBeLessThan(60_000)
  expect(verifier.gzip).toBeLessThan(40_000)
  expect(verifier.bytes).toBeLessThan(prover.bytes)
})
