import { encodeSignals, encodeVerifyingKey } from '../src/groth16/key-codec.ts'
import { encodeProof, prove, writeR1cs, writeWtns, writeZkey } from '../src/index.ts'
import { TINY_SIGNALS, tinyCircuit, tinyKey, tinyWitness } from './tiny-circuit.ts'

/** Where `rust-crates/groth16-prover` keeps files of ours: its tests read them without Node. */
export const TINY_FOLDER = 'rust-crates/groth16-prover/tests/files'

/** The files that come out the same each time, by their endings. The proof is another each time. */
export async function tinyFiles(): Promise<Record<string, Uint8Array>> {
  const key = await tinyKey()
  return {
    r1cs: writeR1cs(tinyCircuit()),
    wtns: writeWtns(tinyWitness()),
    zkey: writeZkey(key),
    vkey: encodeVerifyingKey(key.verifyingKey),
    signals: encodeSignals(TINY_SIGNALS),
  }
}

export async function tinyProof(): Promise<Uint8Array> {
  return encodeProof(await prove(await tinyKey(), tinyWitness()))
}
