import { bls12_381 } from '@noble/curves/bls12-381.js'
import { hexToBytes } from '../bytes.ts'

/** [tau]G2 of Ethereum's KZG ceremony: `g2_monomial[1]` of trusted_setup_4096.json in the consensus specifications. */
const TAU_G2 =
  'b5bfd7dd8cdeb128843bc287230af38926187075cbfbefa81009a2ce615ac53d2914e5870cb452d2afaaab24f3499f72' +
  '185cbfee53492714734429b7b38608e23926c911cceceac9a36851477ba4c60b087041de621000edc98edada20c1def2'

const G1 = bls12_381.G1.Point
const G2 = bls12_381.G2.Point
const { Fp12 } = bls12_381.fields
const ORDER = bls12_381.fields.Fr.ORDER

function scalar(hex: string): bigint {
  const n = BigInt(hex)
  if (n >= ORDER) throw new RangeError('not a canonical field element')
  return n
}

/** Verifies p(z) = y for the polynomial committed to: e(C - [y]G1, -G2) e(proof, [tau]G2 - [z]G2) = 1 (EIP-4844). */
export function verifyKzgProof(commitment: string, z: string, y: string, proof: string): boolean {
  try {
    const [zn, yn] = [scalar(z), scalar(y)]
    const c = G1.fromBytes(hexToBytes(commitment))
    const p = G1.fromBytes(hexToBytes(proof))
    const left = c.subtract(yn === 0n ? G1.ZERO : G1.BASE.multiply(yn))
    const right = G2.fromHex(TAU_G2).subtract(zn === 0n ? G2.ZERO : G2.BASE.multiply(zn))
    const pairs = [
      { g1: left, g2: G2.BASE.negate() },
      { g1: p, g2: right },
    ].filter(({ g1, g2 }) => !g1.is0() && !g2.is0())
    return Fp12.eql(pairs.length === 0 ? Fp12.ONE : bls12_381.pairingBatch(pairs), Fp12.ONE)
  } catch (e) {
    throw new Error(`C_KZG_BADARGS: ${(e as Error).message}`) // the text by which ethereumjs knows bad input
  }
}
