import type { ModelInput } from '../../../packages/model/src/index.ts'
import type { EvmAssembler } from './evm-assembler.ts'

/** Bytes of calldata. */
export const inputBytes = ({ packing, length }: ModelInput) =>
  packing === 'u4' ? Math.ceil(length / 2) : length

/** What is added to the unsigned number in calldata: -128 for `i8`, whose top bits are turned round first. */
export const inputShift = ({ packing }: ModelInput) => (packing === 'i8' ? -128 : 0)

/** 32 bytes, one a feature or the rest of the word, feature 0 highest. */
const bytesOf = (values: number[]): bigint =>
  BigInt(`0x${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`)

/** A word of calldata on the stack and which features are in it. */
export interface InputWord {
  /** First feature, and the features of this word by the byte they are in. */
  features: { feature: number; byte: number }[]
  load(code: EvmAssembler): void
}

/**
 * The words of the input: one a 32 bytes, two (low and high halves) for `u4`. `load` leaves it on the stack with each
 * feature in a byte of its own.
 */
export function inputWords(input: ModelInput): InputWord[] {
  const words: InputWord[] = []
  const bytes = inputBytes(input)
  for (let at = 0; at < bytes; at += 32) {
    const inWord = Math.min(32, bytes - at)
    const load = (code: EvmAssembler) => code.push(at).op('CALLDATALOAD')
    if (input.packing !== 'u4') {
      const features = Array.from({ length: inWord }, (_, byte) => ({ feature: at + byte, byte }))
      const turn = bytesOf(new Array(32).fill(0x80))
      words.push({
        features,
        load: input.packing === 'i8' ? (code) => load(code).push(turn).op('XOR') : load,
      })
      continue
    }
    for (const half of [0, 1]) {
      const features = Array.from({ length: inWord }, (_, byte) => ({
        feature: 2 * (at + byte) + half,
        byte,
      }))
      const mask = bytesOf(new Array(32).fill(0x0f))
      words.push({
        features: features.filter(({ feature }) => feature < input.length),
        load: (code) => {
          load(code)
          if (half === 1) code.push(4).op('SHR')
          code.push(mask).op('AND')
        },
      })
    }
  }
  return words
}

/** Reverts unless calldata has the model's length and every value lies in its range; all bytes of a word at once. */
export function checkInput(code: EvmAssembler, input: ModelInput): void {
  code.push(inputBytes(input)).op('CALLDATASIZE', 'SUB').pushLabel('refuse').op('JUMPI')
  const shift = inputShift(input)
  for (const word of inputWords(input)) {
    const limits = new Array<{ low: number; high: number }>(32).fill({ low: 0, high: 255 })
    for (const { feature, byte } of word.features)
      limits[byte] = { low: input.min[feature]! - shift, high: input.max[feature]! - shift }
    const most = input.packing === 'u4' ? 15 : 255
    if (limits.some(({ high }) => high < most)) {
      word.load(code)
      refuseAbove(
        code,
        limits.map(({ high }) => (high >= most ? 255 : high)),
      )
    }
    if (limits.some(({ low }) => low > 0)) {
      word.load(code)
      code.op('NOT')
      refuseAbove(
        code,
        limits.map(({ low }) => 255 - low),
      )
    }
  }
}

/** Takes a word off the stack and reverts when a byte is above its limit. */
function refuseAbove(code: EvmAssembler, limits: number[]): void {
  // (x & 0x7f) + h reaches the top bit when the low seven bits are above the limit's.
  const headroom = bytesOf(limits.map((limit) => 0x7f - (limit & 0x7f)))
  code
    .dup(1)
    .push(bytesOf(limits.map(() => 0x7f)))
    .op('AND')
    .push(headroom)
    .op('ADD') // t, x
  const small = limits.map((limit) => (limit < 128 ? 0x80 : 0))
  const large = limits.map((limit) => (limit < 128 ? 0 : 0x80))
  if (large.every((bit) => bit === 0)) code.op('OR').push(bytesOf(small)).op('AND')
  else {
    code.dup(2).dup(2).op('AND').push(bytesOf(large)).op('AND') // both, t, x
    code.swap(2).op('OR').push(bytesOf(small)).op('AND', 'OR')
  }
  code.pushLabel('refuse').op('JUMPI')
}

/** Where bad input goes. */
export function refusal(code: EvmAssembler): void {
  code.label('refuse').push(0).push(0).op('REVERT')
}
