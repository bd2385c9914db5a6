import { describe, expect, test } from 'vitest'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { argmax, predictTree, type TreeModel } from '../../packages/model/src/index.ts'
import { compileSolidity } from './compile-solidity.ts'
import { solidityTwin } from './solidity-twin.ts'

/** Three features from 0 to `max`, thresholds that need a mask (0, 1, 3) and one that doesn't (2). */
function model(max: number): TreeModel {
  return {
    format: 'inkling-model/1',
    kind: 'tree',
    name: 'twin-test',
    input: {
      length: 3,
      packing: 'u8',
      min: [0, 0, 0],
      max: [max, max, max],
      features: ['a', 'b', 'c'],
      scale: { num: 1, den: 1 },
    },
    trees: [
      {
        nodes: [
          { feature: 0, threshold: 0, left: 1, right: 4 },
          { feature: 1, threshold: 2, left: 2, right: 3 },
          { scores: [7, -7] },
          { scores: [-1, 5] },
          { feature: 2, threshold: 1, left: 5, right: 6 },
          { scores: [3, 3] },
          { feature: 2, threshold: 3, left: 7, right: 8 },
          { scores: [0, 1] },
          { scores: [2_147_483_647, -2_147_483_648] },
        ],
      },
    ],
    output: { labels: ['no', 'yes'] },
    provenance: {},
    sha256: '11'.repeat(32),
  }
}

describe('the Solidity twins', () => {
  test.each(['TreeSolidity', 'TreePacked'])('%s is the reference, on every input there is', async (name) => {
    const tree = model(5)
    const { contracts } = compileSolidity(solidityTwin(tree))
    const { abi, bytecode } = contracts[name]!
    const { publicClient, walletClient } = await openEngine({ kind: 'embedded' })
    const hash = await walletClient.deployContract({
      abi,
      bytecode,
      account: walletClient.account!,
      chain: walletClient.chain,
    })
    const { contractAddress } = await publicClient.waitForTransactionReceipt({ hash })
    const read = (functionName: string, input: number[]) =>
      publicClient.readContract({
        address: contractAddress!,
        abi,
        functionName,
        args: [`0x${Buffer.from(input).toString('hex')}`],
      })

    for (let code = 0; code < 6 ** 3; code++) {
      const input = [Math.floor(code / 36), Math.floor(code / 6) % 6, code % 6]
      const want = predictTree(tree, input)
      expect(await read('scores', input), String(input)).toEqual(want.scores)
      expect(await read('classify', input), String(input)).toBe(argmax(want.scores))
    }
    for (const input of [
      [6, 0, 0],
      [0, 0, 255],
      [0, 128, 0],
      [0, 0],
      [0, 0, 0, 0],
    ]) {
      await expect(read('classify', input), String(input)).rejects.toThrow(
        input.length === 3 ? /OutOfRange/ : /WrongLength/,
      )
    }
  })

  test('a model they are not written for is refused, not mistranslated', () => {
    const tree = model(5)
    tree.input.max = [5, 9, 5]
    expect(() => solidityTwin(tree)).toThrow(/one maximum/)
  })
})
