/**
 * Proves the class of a held-out digit with your circuit, on your machine, and looks at the proof as a verifier does:
 * `npm run lab -- run labs/07-secret-digit/prove.ts 17`. With `--forge` it claims the next class instead, and makes the
 * proof from the trapdoor with your `forge.ts`.
 */
import { predict } from '@inkling/model'
import { loadDigits8 } from '@inkling/model/data'
import {
  classifierInputs,
  encodeProof,
  makeWitness,
  prove,
  provingKeyFrom,
  randomSalt,
  requestContext,
  verify,
} from '@inkling/proof'
import { toHex } from 'viem'
import { digitCircuit } from './circuit.ts'
import { readModel, readTrapdoor } from './files.ts'
import { forge } from './forge.ts'
import { argmax, reluShift } from './gadgets.ts'

const here = new URL('./', import.meta.url)
const [model, trapdoor] = [await readModel(here), await readTrapdoor(here)]
const index = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 17) % 450
const { x } = loadDigits8().test
const image = Array.from(x.subarray(64 * index, 64 * index + 64))
for (let row = 0; row < 8; row++)
  console.log(
    `  ${image
      .slice(8 * row, 8 * row + 8)
      .map((pixel) => ' .:-=+*#%@'[Math.round((pixel * 9) / 16)])
      .join(' ')}`,
  )
const { label } = predict(model, image)
console.log(`digit ${index}: the model says ${label}\n`)

const circuit = digitCircuit(model, { reluShift, argmax })
const seconds = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
  const began = performance.now()
  const result = await work()
  console.log(`${name.padEnd(12)} ${((performance.now() - began) / 1000).toFixed(2)} s`)
  return result
}
const key = await seconds('set-up', () => provingKeyFrom(circuit, trapdoor))
const salt = randomSalt()
const request = {
  chainId: 412346,
  contract: `0x${'11'.repeat(20)}`,
  sender: `0x${'22'.repeat(20)}`,
  requestId: 1,
  inputCommit: classifierInputs(model, image, { salt, ctx: 0n }).signals[0]!,
}
const ctx = requestContext(request)
const { inputs, signals } = classifierInputs(model, image, { salt, ctx })
const forged = process.argv.includes('--forge')
if (forged) signals[1] = BigInt((label + 1) % 10)
const proof = forged
  ? await seconds('forge', () => forge(key.verifyingKey, trapdoor, signals))
  : await seconds('prove', () => prove(key, makeWitness(circuit, inputs)))
const holds = await seconds('verify', () => verify(key.verifyingKey, signals, proof))
console.log(`\ncommitment   ${toHex(signals[0]!, { size: 32 })}`)
console.log(`class        ${signals[1]}${forged ? `, and the model says ${label}` : ''}`)
console.log(`ctx          ${toHex(signals[2]!, { size: 32 })}`)
console.log(`proof        ${toHex(encodeProof(proof))}`)
console.log(`holds        ${holds}, with ${circuit.constraints.length} constraints`)
