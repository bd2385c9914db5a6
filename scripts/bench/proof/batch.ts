import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from 'viem'
import { openEngine } from '../../../packages/lab/src/engine/open.ts'
import {
  type Circuit,
  CircuitBuilder,
  decodeProof,
  encodeProof,
  encodeSignals,
  encodeVerifyingKey,
  forge,
  provingKeyFrom,
  type Trapdoor,
  type VerifyingKey,
} from '../../../packages/proof/src/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import { buildContracts } from '../../kernels/build-contracts.ts'
import { deployWasm } from '../../kernels/measure.ts'

/** The contract's key, compiled into it. */
export const KEY_FILE = 'rust-crates/groth16-verifier/examples/batch.vkey'

/** Known to everybody: proofs for the bench are forged with it, and nothing else is proved under this key. */
const KNOWN: Trapdoor = {
  tau: 3n ** 97n,
  alpha: 5n ** 73n,
  beta: 7n ** 79n,
  gamma: 11n ** 59n,
  delta: 13n ** 53n,
}

/** What k proofs of three signals cost a program in the cache, one by one and as a batch. */
export interface BatchFigures {
  proofs: number
  /** Whole transactions, calldata included. */
  oneByOne: number
  batch: number
  /** Of `batch`: what the precompiles take. */
  batchPrecompiles: number
}

/** Three public signals, and nothing to know about them. */
export function batchCircuit(): Circuit {
  const builder = new CircuitBuilder()
  const signals = ['first', 'second', 'third'].map((name) => builder.publicInput(name))
  for (const signal of signals) builder.multiply(signal, signal, 'bound')
  return builder.build()
}

/** The key of `batchCircuit` that the contract has. */
export const batchProvingKey = () => provingKeyFrom(batchCircuit(), KNOWN)

/** Calldata of the contract: `statements` proofs of it, whose signals are as large as a commitment, a class, a context. */
function calldata(key: VerifyingKey, count: number, batch: boolean): Uint8Array {
  const signals = Array.from({ length: count }, (_, i) => {
    const large = (k: bigint) => (BigInt(i) + k) ** 40n % 2n ** 248n
    return [large(70n), BigInt(i % 10), large(80n)]
  })
  const proofs = signals.map((list) => encodeProof(forge(key, KNOWN, list)))
  return Uint8Array.from([
    Number(batch),
    ...signals.flatMap((list) => [...encodeSignals(list)]),
    ...proofs.flatMap((bytes) => [...bytes]),
  ])
}

/** Builds the example contract of `groth16-verifier` and sends it proofs on an embedded node. */
export async function benchBatches(detail: (line: string) => void) {
  const { verifyingKey: key } = await batchProvingKey()
  const file = join(root, KEY_FILE)
  const bytes = encodeVerifyingKey(key)
  if (!readFileSync(file).equals(bytes)) writeFileSync(file, bytes)
  const wasm = await buildContracts('inkling-groth16-verifier', ['batch'], { onLine: detail })
  const open = await openEngine({ kind: 'embedded' })
  try {
    const contract = await deployWasm(open, wasm.get('batch')!)
    // Puts the program into the cache, too.
    const { codeBytes } = await contract.cost(calldata(key, 1, false))
    const send = async (data: Uint8Array) => {
      const hash = await open.walletClient.sendTransaction({
        to: contract.address,
        data: toHex(data),
        gas: 20_000_000n,
        account: open.walletClient.account!,
        chain: open.walletClient.chain,
      })
      const { gasUsed, status } = await open.publicClient.waitForTransactionReceipt({ hash })
      return { gas: Number(gasUsed), accepted: status === 'success' }
    }
    const accepted = async (count: number, batch: boolean) => {
      const sent = await send(calldata(key, count, batch))
      if (!sent.accepted)
        throw new Error(`${count} good proofs were refused, ${batch ? 'as a batch' : 'one by one'}`)
      return sent.gas
    }
    const sizes: BatchFigures[] = []
    for (const proofs of [1, 2, 4, 8, 16]) {
      detail(`${proofs} proofs`)
      const [oneByOne, batch] = [await accepted(proofs, false), await accepted(proofs, true)]
      sizes.push({ proofs, oneByOne, batch, batchPrecompiles: 146_850 + 46_150 * proofs + 6_150 * 3 })
    }
    // The last proof's C changed to another point: a bad one among good ones.
    const bad = calldata(key, 4, true)
    const last = decodeProof(bad.slice(-256))
    bad.set(encodeProof({ ...last, c: last.c.double() }), bad.length - 256)
    const refused = await send(bad)
    if (refused.accepted) throw new Error('a batch with a bad proof was accepted')
    return { signals: 3, codeBytes, sizes, refusedOfFour: refused.gas }
  } finally {
    await open.close()
  }
}
