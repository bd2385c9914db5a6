import * as wasm from '@inkling/wasm'
import * as bn254 from '@noble/curves/bn254.js'
import * as viem from 'viem'
import * as accounts from 'viem/accounts'
import * as brotli from './brotli.ts'

/** What happens only in a clone. */
const notHere = (what: string) => () => {
  throw new Error(`${what} runs in your clone, not in the page`)
}

/** Packages that a lab's TypeScript may import, loaded when one does. */
const packages: Record<string, () => Promise<Record<string, unknown>>> = {
  '@inkling/lab': () => import('@inkling/lab'),
  // Building takes cargo; what a deploy script does with a chain works here.
  '@inkling/lab/deploy': async () => ({
    ...(await import('../../../../../packages/lab/src/deploy/put-on-chain.ts')),
    ...(await import('../../../../../packages/lab/src/deploy/deploy-model.ts')),
    ...(await import('../../../../../packages/lab/src/deploy/compare-on-chain.ts')),
    buildHere: notHere('building a contract'),
    connectChain: notHere('a node of your own'),
  }),
  '@inkling/model': () => import('@inkling/model'),
  '@inkling/model/quantize': () => import('@inkling/model/quantize'),
  '@inkling/model/data': async () => (await import('./page-data.ts')).pageData(),
  '@inkling/model/evaluate': () => import('@inkling/model/evaluate'),
  // Training needs a megabyte of tfjs; nothing that is graded here does.
  '@inkling/model/train': async () => ({
    ...(await import('../../../../../packages/model/src/train/float-mlp.ts')),
    ...Object.fromEntries(
      ['trainMlp', 'trainQuantized', 'trainLogistic', 'useBackend', 'choiceLoss'].map((name) => [
        name,
        notHere(`${name}()`),
      ]),
    ),
  }),
  '@inkling/proof': () => import('@inkling/proof'),
  '@noble/curves/bn254.js': async () => bn254,
  '@inkling/model/recipes': () => import('../../../../../packages/model/src/recipes/image-input.ts'),
  '@inkling/wasm': async () => wasm,
  '@inkling/wasm/brotli': async () => brotli,
  viem: async () => viem,
  'viem/accounts': async () => accounts,
  'node:fs/promises': async () => ({
    readFile: notHere('reading files'),
    writeFile: notHere('writing files'),
  }),
  'node:util': async () => ({ parseArgs: notHere('a command line') }),
}

export async function packageOf(name: string): Promise<Record<string, unknown> | undefined> {
  return packages[name]?.()
}
