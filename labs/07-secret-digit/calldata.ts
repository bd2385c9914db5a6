/** Calldata of `submit` that no encoder writes: what the Solidity face in front of your code has to turn away. */
import type { DeployedContract } from '@inkling/lab'
import { encodeFunctionData, type Hex, numberToHex } from 'viem'
import { hex } from './proofs.ts'
import type { Submission } from './scene.ts'

/** The calldata of a submission. */
export function calldataOf({ abi }: DeployedContract, submission: Submission): Hex {
  const { requestId, inputCommit, proof } = submission
  const args = [requestId, inputCommit, submission.class, hex(proof)]
  return encodeFunctionData({ abi, functionName: 'submit', args } as never)
}

/** The same, damaged: words are request, commitment, class, where the proof begins, its length, the proof. */
export function damagedCalldata(data: Hex, { class: label }: Submission): [input: string, data: Hex][] {
  const withWord = (index: number, value: bigint) => {
    const at = 10 + 64 * index
    return `${data.slice(0, at)}${numberToHex(value, { size: 32 }).slice(2)}${data.slice(at + 64)}` as Hex
  }
  return [
    ['a selector and nothing else', data.slice(0, 10) as Hex],
    ['calldata cut by a byte', data.slice(0, -2) as Hex],
    ['calldata cut by a word', data.slice(0, -64) as Hex],
    ['a class with a bit set above its byte', withWord(2, 256n + BigInt(label))],
    ['a class with its highest bits set', withWord(2, 255n * 2n ** 248n + BigInt(label))],
    ['a proof that begins beyond the calldata', withWord(3, 2n ** 256n - 1n)],
    ['a proof that begins at the first word', withWord(3, 0n)],
    ['a proof that says it is longer', withWord(4, 257n)],
    ['a proof that says it is endless', withWord(4, 2n ** 256n - 1n)],
  ]
}
