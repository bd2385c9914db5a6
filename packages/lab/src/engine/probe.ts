/**
 * The gas of one call, measured by EVM code that runs inside `eth_call`, so it is the same on every node.
 *
 * The call has no `to`: its data is init code that warms the target, calls an account without code
 * between two GAS instructions, does the same with the target, and returns both differences. Their
 * difference is what the callee's frame used, to the unit.
 */
import { concatHex, type Hex, hexToBigInt, numberToHex, size, sliceHex } from 'viem'

/** Bytes of return data the probe copies at most: an EVM create may not return more than 24,576 bytes. */
export const PROBE_RETURN_LIMIT = 20_000

/** An address that never has code: the call to it costs what CALL and the instructions around it cost. */
const CODELESS: Hex = '0x00000000000000000000000000000000000ca11e'

const HEADER = 128

const push = (value: number | bigint, bytes: number): Hex =>
  concatHex([numberToHex(0x5f + bytes, { size: 1 }), numberToHex(value, { size: bytes })])
const pushAddress = (address: Hex): Hex => concatHex(['0x73', address])

/** `GAS, CALL(gas, address, 0, 0, length, 0, 0), GAS`: leaves gas before, success, gas after. */
function timedCall(address: Hex, length: number, gas: bigint): Hex {
  return concatHex([
    '0x5a', // GAS
    push(0, 1), // return size
    push(0, 1), // return offset
    push(length, 3), // argument size
    push(HEADER, 1), // argument offset
    push(0, 1), // value
    pushAddress(address),
    push(gas, 5),
    '0xf1', // CALL
    '0x5a', // GAS
  ])
}

/**
 * Init code of the probe.
 * @param gas gas offered to the callee; the surrounding eth_call has to carry a 64th more.
 */
export function probeInitCode(target: Hex, data: Hex, gas: bigint): Hex {
  const length = size(data)
  const build = (offset: number): Hex =>
    concatHex([
      // Warm both addresses: a first touch costs 2,600 instead of 100.
      pushAddress(target),
      '0x3b50', // EXTCODESIZE POP
      pushAddress(CODELESS),
      '0x3b50',
      // Arguments to memory; from here on memory does not grow until the second GAS.
      push(length, 3),
      push(offset, 3),
      push(HEADER, 1),
      '0x39', // CODECOPY
      timedCall(CODELESS, length, gas),
      '0x90', // SWAP1: before, after, success
      '0x50', // POP success
      '0x90', // SWAP1: after, before
      '0x03', // SUB: before - after
      push(0x40, 1),
      '0x52', // MSTORE: word 2 = overhead
      timedCall(target, length, gas),
      // before, success, after
      '0x91', // SWAP2: after, success, before
      '0x90', // SWAP1: after, before, success
      push(0, 1),
      '0x52', // MSTORE: word 0 = success
      '0x03', // SUB: before - after
      push(0x20, 1),
      '0x52', // word 1 = gas used between the two GAS instructions
      '0x3d', // RETURNDATASIZE
      push(0x60, 1),
      '0x52', // word 3 = true size of the return data
      // n = min(RETURNDATASIZE, limit) without a branch: a ^ ((a ^ b) * (b < a))
      push(PROBE_RETURN_LIMIT, 3), // a
      '0x3d', // b
      '0x81', // DUP2: a, b, a
      '0x81', // DUP2: a, b, a, b
      '0x10', // LT: top < second, b < a: a, b, c
      '0x82', // DUP3: a, b, c, a
      '0x91', // SWAP2: a, a, c, b
      '0x82', // DUP3: a, a, c, b, a
      '0x18', // XOR: a, a, c, a^b
      '0x02', // MUL: a, a, (a^b)*c
      '0x18', // XOR: a, n
      '0x90', // SWAP1: n, a
      '0x50', // POP: n
      '0x80', // DUP1: n, n
      push(0, 1),
      push(HEADER, 1),
      '0x3e', // RETURNDATACOPY(HEADER, 0, n)
      push(HEADER, 1),
      '0x01', // ADD: n + HEADER
      push(0, 1),
      '0xf3', // RETURN(0, n + HEADER)
    ])
  return concatHex([build(size(build(0))), data])
}

export interface ProbeResult {
  success: boolean
  /** Gas of the callee's frame: entry and execution, without the caller's CALL. */
  gas: bigint
  returnData: Hex
  /** True when the return data is longer than the probe copies. */
  truncated: boolean
}

/** Reads what the probe returned. The first byte is never 0xEF: it is the top of a 0 or 1. */
export function readProbe(result: Hex): ProbeResult {
  if (size(result) < HEADER)
    throw new Error(`the gas probe returned ${size(result)} bytes, at least ${HEADER} were expected`)
  const word = (index: number) => hexToBigInt(sliceHex(result, index * 32, index * 32 + 32))
  const length = Number(word(3))
  const returnData = size(result) === HEADER ? '0x' : sliceHex(result, HEADER)
  return {
    success: word(0) === 1n,
    gas: word(1) - word(2),
    returnData,
    truncated: length > PROBE_RETURN_LIMIT,
  }
}

/** Gas the eth_call around the probe needs so that the callee is really offered `gas`. */
export function probeCallGas(data: Hex, gas: bigint): bigint {
  const bytes = BigInt(size(data))
  // 64/63 for the rule of CALL; create 53,000; 16 + 1 a byte of init code; deposit 200 a returned byte.
  return (gas * 64n) / 63n + 120_000n + bytes * 20n + 200n * BigInt(PROBE_RETURN_LIMIT + HEADER)
}
