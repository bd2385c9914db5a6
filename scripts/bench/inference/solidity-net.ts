import type { ModelInput, ModelOutput } from '../../../packages/model/src/index.ts'
import { inputBytes } from './evm-input.ts'
import type { DenseView } from './net-view.ts'

/** Weights as data contracts: EVM code is where constants are cheapest to keep and to read. */
export interface SolidityNet {
  /** Code of each data contract: a STOP, then the bytes. Deployed first, in this order. */
  data: Uint8Array[]
  /** Three contracts that differ in how the inner loop is written: NetChecked, NetUnchecked, NetYul. */
  source(addresses: readonly string[]): string
}

const MOST_BYTES = 24_000

/** The same net in Solidity as people write it: loops over weights, checked, unchecked, and with the inner loop in Yul. */
export function solidityNet(
  layers: readonly DenseView[],
  input: ModelInput,
  output: ModelOutput,
): SolidityNet {
  const data: Uint8Array[] = []
  const plans = layers.map((layer) => {
    const perContract = Math.max(1, Math.floor(MOST_BYTES / layer.inputs))
    const pieces: { contract: number; first: number; rows: number }[] = []
    for (let first = 0; first < layer.outputs; first += perContract) {
      const rows = Math.min(perContract, layer.outputs - first)
      const from = first * layer.inputs
      const bytes = Array.from({ length: rows * layer.inputs }, (_, i) => layer.weights[from + i]! & 0xff)
      pieces.push({ contract: data.length, first, rows })
      data.push(Uint8Array.from([0, ...bytes]))
    }
    const constants = data.length
    data.push(Uint8Array.from([0, ...constantBytes(layer)]))
    return { layer, pieces, constants }
  })
  return {
    data,
    source(addresses) {
      const at = (contract: number) => `address(${checksum(addresses[contract]!)})`
      const net = (name: string, kernel: string) => `
contract ${name} {
    fallback(bytes calldata input) external returns (bytes memory) {
        if (input.length != ${inputBytes(input)}) revert();
        int256[] memory x = unpack(input);
${plans
  .map(({ layer, pieces, constants }, l) => {
    const calls = pieces
      .map(
        ({ contract, first, rows }) =>
          `        dense(x, y${l}, code(${at(contract)}), c${l}, ${first}, ${rows}, ${Number(layer.relu)}, ${Number(layer.requantize !== undefined)}, ${layer.requantize?.zeroPoint ?? 0}, ${layer.requantize?.min ?? 0}, ${layer.requantize?.max ?? 0});`,
      )
      .join('\n')
    return `        int256[] memory y${l} = new int256[](${layer.outputs});
        bytes memory c${l} = code(${at(constants)});
${calls}
        x = y${l};`
  })
  .join('\n')}
        return abi.encodePacked(label(x));
    }
${SHARED(input, output)}
${kernel}
}
`
      return `// SPDX-License-Identifier: MIT OR Apache-2.0
// Generated from a model file
pragma solidity 0.8.37;
${net('NetChecked', KERNEL('', ''))}${net('NetUnchecked', KERNEL('unchecked {', '}'))}${net('NetYul', YUL_KERNEL)}`
    },
  }
}

/** Bias, multiplier and shift of each output: 4, 4 and 1 bytes, big-endian. */
function constantBytes(layer: DenseView): number[] {
  const word = (value: number) => [24, 16, 8, 0].map((shift) => (value >> shift) & 0xff)
  return Array.from({ length: layer.outputs }, (_, o) => [
    ...word(layer.bias[o]!),
    ...word(layer.requantize?.multiplier[o] ?? 0),
    layer.requantize?.shift[o] ?? 0,
  ]).flat()
}

/** An address as solc wants literals: uint160, so no checksum is asked for. */
const checksum = (address: string) => `uint160(0x00${address.slice(2)})`

const SHARED = (input: ModelInput, output: ModelOutput) => `
    function code(address from) private view returns (bytes memory) {
        return from.code;
    }

    function unpack(bytes calldata input) private pure returns (int256[] memory x) {
        x = new int256[](${input.length});
        for (uint256 i = 0; i < ${input.length}; ++i) {
            ${
              input.packing === 'u4'
                ? `int256 v = int256(uint256(uint8(input[i >> 1]) >> (4 * (i & 1))) & 15);`
                : input.packing === 'i8'
                  ? `int256 v = int256(int8(uint8(input[i])));`
                  : `int256 v = int256(uint256(uint8(input[i])));`
            }
            ${rangeCheck(input)}
            x[i] = v;
        }
    }

    function label(int256[] memory s) private pure returns (uint8 best) {
        ${
          output.rule === 'sign'
            ? 'return s[0] > 0 ? 1 : 0;'
            : 'for (uint8 i = 1; i < s.length; ++i) if (s[i] > s[best]) best = i;'
        }
    }

    function word(bytes memory c, uint256 at) private pure returns (int256) {
        return int256(int32(uint32(uint8(c[at])) << 24 | uint32(uint8(c[at + 1])) << 16 | uint32(uint8(c[at + 2])) << 8 | uint32(uint8(c[at + 3]))));
    }

    function finish(int256 acc, bytes memory c, uint256 o, uint256 relu, uint256 scaled, int256 zero, int256 low, int256 high) private pure returns (int256) {
        if (relu == 1 && acc < 0) acc = 0;
        if (scaled == 0) return acc;
        uint256 shift = uint8(c[9 * o + 9]);
        acc = ((acc * word(c, 9 * o + 5) + int256(uint256(1) << (shift - 1))) >> shift) + zero;
        if (acc < low) return low;
        return acc > high ? high : acc;
    }
`

/** One comparison where all features share a range, a table else; none where the packing allows no other value. */
function rangeCheck({ packing, min, max }: ModelInput): string {
  const [low, high] = packing === 'i8' ? [-128, 127] : packing === 'u4' ? [0, 15] : [0, 255]
  if (min.every((m) => m === low) && max.every((m) => m === high)) return ''
  if (min.every((m) => m === min[0]) && max.every((m) => m === max[0]))
    return `if (v < ${min[0]} || v > ${max[0]}) revert();`
  const hex = (values: number[]) => values.map((v) => (v - low).toString(16).padStart(2, '0')).join('')
  return `if (v < int256(uint256(uint8(bytes(hex"${hex(min)}")[i]))) + (${low}) || v > int256(uint256(uint8(bytes(hex"${hex(max)}")[i]))) + (${low})) revert();`
}

const PARAMETERS =
  'int256[] memory x, int256[] memory y, bytes memory w, bytes memory c, uint256 first, uint256 rows, uint256 relu, uint256 scaled, int256 zero, int256 low, int256 high'

const KERNEL = (open: string, close: string) => `
    function dense(${PARAMETERS}) private pure {
        ${open}
        for (uint256 r = 0; r < rows; ++r) {
            uint256 o = first + r;
            int256 acc = word(c, 9 * o + 1);
            uint256 at = 1 + r * x.length;
            for (uint256 i = 0; i < x.length; ++i) acc += int256(int8(uint8(w[at + i]))) * x[i];
            y[o] = finish(acc, c, o, relu, scaled, zero, low, high);
        }
        ${close}
    }`

const YUL_KERNEL = `
    function dense(${PARAMETERS}) private pure {
        for (uint256 r = 0; r < rows; ++r) {
            uint256 o = first + r;
            int256 acc = word(c, 9 * o + 1);
            assembly {
                let n := mload(x)
                // Ends in the byte of the weight; a word's last byte is what signextend looks at.
                let p := add(add(w, 2), mul(r, n))
                let end := add(p, n)
                let q := add(x, 32)
                for {} lt(p, end) {} {
                    acc := add(acc, mul(signextend(0, mload(p)), mload(q)))
                    p := add(p, 1)
                    q := add(q, 32)
                }
            }
            y[o] = finish(acc, c, o, relu, scaled, zero, low, high);
        }
    }`
