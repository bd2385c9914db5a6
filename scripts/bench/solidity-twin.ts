import { isSplit, type Tree, type TreeModel } from '../../packages/model/src/types.ts'

/**
 * The same tree for the EVM, in two forms: as a careful person writes Solidity (`TreeSolidity`), and as
 * tight as we know how (`TreePacked`: the whole input in one word, branches on bit masks, in Yul). Both
 * have the interface of the Stylus contract and refuse bad input with the same errors.
 */
export function solidityTwin(model: TreeModel): string {
  return `// SPDX-License-Identifier: MIT OR Apache-2.0
// Generated from the model file ${model.sha256}
pragma solidity 0.8.37;

abstract contract Face {
    error WrongLength(uint256 expected, uint256 actual);
    error OutOfRange(uint256 index, int256 value);

    function inputLength() external pure returns (uint32) { return ${model.input.length}; }
    function modelHash() external pure returns (bytes32) { return 0x${model.sha256}; }
}

contract TreeSolidity is Face {
    function classify(bytes calldata input) external pure returns (uint8 label) {
        int32[${labels(model)}] memory s = walk(input);
        for (uint8 i = 1; i < ${labels(model)}; ++i) if (s[i] > s[label]) label = i;
    }

    function scores(bytes calldata input) external pure returns (int32[] memory result) {
        int32[${labels(model)}] memory s = walk(input);
        result = new int32[](${labels(model)});
        for (uint256 i = 0; i < ${labels(model)}; ++i) result[i] = s[i];
    }

    function walk(bytes calldata x) private pure returns (int32[${labels(model)}] memory s) {
        if (x.length != ${model.input.length}) revert WrongLength(${model.input.length}, x.length);
        ${uniformMax(model) === undefined ? '' : `for (uint256 i = 0; i < ${model.input.length}; ++i) if (uint8(x[i]) > ${uniformMax(model)}) revert OutOfRange(i, int256(uint256(uint8(x[i]))));`}
${solidityNode(model.trees[0], 0, 2)}
    }
}

contract TreePacked is Face {
    function classify(bytes calldata input) external pure returns (uint8) {
        uint256 x = checked(input);
        assembly {
            function walk(w) -> label {
${yulNode(model, 0, (leaf) => `label := ${argmax(leaf)}`, 4)}
            }
            mstore(0, walk(x))
            return(0, 32)
        }
    }

    function scores(bytes calldata input) external pure returns (int32[] memory) {
        uint256 x = checked(input);
        assembly {
            function walk(w) -> packed {
${yulNode(model, 0, (leaf) => `packed := ${packScores(leaf)}`, 4)}
            }
            let packed := walk(x)
            mstore(0, 32)
            mstore(32, ${labels(model)})
${Array.from({ length: labels(model) }, (_, i) => `            mstore(${64 + 32 * i}, signextend(3, shr(${32 * i}, packed)))`).join('\n')}
            return(0, ${64 + 32 * labels(model)})
        }
    }

    /// All features in the low bits of one word, feature 0 highest.
    function checked(bytes calldata input) private pure returns (uint256 x) {
        if (input.length != ${model.input.length}) revert WrongLength(${model.input.length}, input.length);
        bool bad;
        assembly {
            x := shr(${256 - 8 * model.input.length}, calldataload(input.offset))
            // Sets the top bit of every byte that is above its maximum, all at once.
            bad := and(or(add(and(x, ${everyByte(model, 0x7f)}), ${headroom(model)}), x), ${everyByte(model, 0x80)})
        }
        if (bad) outOfRange(input);
    }

    function outOfRange(bytes calldata x) private pure {
        for (uint256 i = 0; i < ${model.input.length}; ++i) if (uint8(x[i]) > ${uniformMax(model)}) revert OutOfRange(i, int256(uint256(uint8(x[i]))));
    }
}
`
}

function labels(model: TreeModel): number {
  return model.output.labels.length
}

/** The two twins are written for inputs whose features share one range from 0; another model needs another twin. */
function uniformMax(model: TreeModel): number {
  const [max = 0] = model.input.max
  if (
    model.input.max.some((other) => other !== max) ||
    model.input.min.some((min) => min !== 0) ||
    max > 0x7f
  ) {
    throw new Error(
      `The Solidity twin needs features from 0 to one maximum below 128; ${model.name} has others.`,
    )
  }
  if (model.input.length > 32)
    throw new Error(`The Solidity twin packs at most 32 features; ${model.name} has ${model.input.length}.`)
  return max
}

function solidityNode(tree: Tree, at: number, depth: number): string {
  const node = tree.nodes[at]!
  const pad = '    '.repeat(depth)
  if (!isSplit(node))
    return `${pad}s = [${node.scores.map((score, i) => (i === 0 ? `int32(${score})` : score)).join(', ')}];`
  return [
    `${pad}if (uint8(x[${node.feature}]) <= ${node.threshold}) {`,
    solidityNode(tree, node.left, depth + 1),
    `${pad}} else {`,
    solidityNode(tree, node.right, depth + 1),
    `${pad}}`,
  ].join('\n')
}

function yulNode(model: TreeModel, at: number, leaf: (scores: number[]) => string, depth: number): string {
  const node = model.trees[0].nodes[at]!
  const pad = '    '.repeat(depth)
  if (!isSplit(node)) return `${pad}${leaf(node.scores)} leave`
  return [
    `${pad}if ${isAbove(model, node.feature, node.threshold)} {`,
    yulNode(model, node.right, leaf, depth + 1),
    `${pad}}`,
    yulNode(model, node.left, leaf, depth),
  ].join('\n')
}

/** `feature > threshold`, as a mask of bits where the feature's range allows it. */
function isAbove(model: TreeModel, feature: number, threshold: number): string {
  const shift = BigInt(8 * (model.input.length - 1 - feature))
  const max = uniformMax(model)
  // A value above 2^k - 1 has a bit at k or higher.
  if (((threshold + 1) & threshold) === 0) {
    const bits = BigInt((1 << Math.ceil(Math.log2(max + 1))) - 1 - threshold)
    return `and(w, ${hex(bits << shift)})`
  }
  return `gt(and(shr(${shift}, w), 0xff), ${threshold})`
}

function argmax(scores: number[]): number {
  return scores.indexOf(Math.max(...scores))
}

/** int32 scores side by side, label 0 lowest. */
function packScores(scores: number[]): string {
  return hex(
    scores.reduce((packed, score, i) => packed | (BigInt.asUintN(32, BigInt(score)) << BigInt(32 * i)), 0n),
  )
}

function everyByte(model: TreeModel, byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0').repeat(model.input.length)}`
}

/** Added to a byte of at most 0x7f, reaches 0x80 when the byte is above the maximum. */
function headroom(model: TreeModel): string {
  return everyByte(model, 0x7f - uniformMax(model))
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`
}
