import { isSplit, type Model } from '../../../packages/model/src/index.ts'
import { inputBytes } from './evm-input.ts'

type TreesModel = Extract<Model, { trees: unknown }>

/** Trees in Solidity as people write them: nested ifs, a function a tree. Contract `TreesSolidity`. */
export function solidityTrees(model: TreesModel): string {
  const { input, output } = model
  if (input.packing !== 'u8') throw new Error('the Solidity form of trees takes one byte a feature')
  const scores = output.rule === 'sign' ? 1 : output.labels.length
  const base = model.kind === 'tree' ? new Array<number>(scores).fill(0) : model.base
  const node = (tree: number, at: number, depth: number): string => {
    const pad = '    '.repeat(depth)
    const here = model.trees[tree]!.nodes[at]!
    if (!isSplit(here))
      return here.scores
        .map((score, i) => (score === 0 ? '' : `${pad}s[${i}] += ${score};\n`))
        .join('')
        .trimEnd()
    return `${pad}if (uint8(x[${here.feature}]) <= ${here.threshold}) {
${node(tree, here.left, depth + 1)}
${pad}} else {
${node(tree, here.right, depth + 1)}
${pad}}`
  }
  const hex = (values: number[]) => values.map((v) => v.toString(16).padStart(2, '0')).join('')
  const trees = model.trees.map(
    (_, t) => `    function tree${t}(bytes calldata x, int256[${scores}] memory s) private pure {
${node(t, 0, 2)}
    }`,
  )
  return `// SPDX-License-Identifier: MIT OR Apache-2.0
// Generated from the model file ${model.sha256}
pragma solidity 0.8.37;

contract TreesSolidity {
    fallback(bytes calldata x) external returns (bytes memory) {
        if (x.length != ${inputBytes(input)}) revert();
        bytes memory low = hex"${hex(input.min)}";
        bytes memory high = hex"${hex(input.max)}";
        for (uint256 i = 0; i < ${input.length}; ++i) if (x[i] < low[i] || x[i] > high[i]) revert();
        int256[${scores}] memory s;
${base.map((b, i) => (b === 0 ? '' : `        s[${i}] = ${b};\n`)).join('')}${model.trees.map((_, t) => `        tree${t}(x, s);`).join('\n')}
        ${
          output.rule === 'sign'
            ? 'uint8 best = s[0] > 0 ? 1 : 0;'
            : `uint8 best = 0;
        for (uint8 i = 1; i < ${scores}; ++i) if (s[i] > s[best]) best = i;`
        }
        return abi.encodePacked(best);
    }

${trees.join('\n\n')}
}
`
}
