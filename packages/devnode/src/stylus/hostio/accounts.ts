import { bigintToBytes, bytesToHex, concatBytes, hexToBytes } from '../../bytes.ts'
import { EMPTY_CODE_HASH } from '../../state/state.ts'
import type { Frame } from '../frame.ts'
import { A, H, P, writeInk } from '../ink.ts'
import { type HostCall, u32 } from './types.ts'

/** Buys the access of an account: `extra` on top of 2600 cold or 100 warm. */
function buyAccess(f: Frame, address: string, extra: bigint): void {
  const cold = f.suspender.memo(`touch ${address}`, f.ink, () => f.world.warmAddress(address))
  f.buyGas((cold ? 2600n : 100n) + extra)
}

/** Code of an account. The account asked for last costs nothing to ask for again. */
function buyCode(f: Frame, pointer: number): Uint8Array {
  f.buy(H + A)
  f.needGas(2600n)
  const address = bytesToHex(f.read(pointer, 20))
  if (f.lastCode?.address === address) return f.lastCode.code
  buyAccess(f, address, 700n)
  const code = f.suspender.memo(`code ${address}`, f.ink, () => f.world.state.code(address))
  // from ArbOS 40 an account without code is asked for anew each time
  if (code.length > 0) f.lastCode = { address, code }
  return code
}

export const accountHostCalls: Record<string, HostCall> = {
  account_balance(f, pointer: number, dest: number) {
    f.buy(H + 2n * P + A)
    f.needGas(2600n)
    const address = bytesToHex(f.read(pointer, 20))
    buyAccess(f, address, 0n)
    const balance = f.suspender.memo(`balance ${address}`, f.ink, () => f.world.state.balance(address))
    f.write(dest, bigintToBytes(balance))
    if (f.traces) f.trace(hexToBytes(address), bigintToBytes(balance))
  },

  account_codehash(f, pointer: number, dest: number) {
    f.buy(H + 2n * P + A)
    f.needGas(2600n)
    const address = bytesToHex(f.read(pointer, 20))
    buyAccess(f, address, 0n)
    const hash = f.suspender.memo(`codehash ${address}`, f.ink, () => {
      const a = f.world.state.account(address)
      const empty = !a || (a.nonce === 0n && a.balance === 0n && a.codeHash === EMPTY_CODE_HASH)
      return empty ? new Uint8Array(32) : hexToBytes(a.codeHash)
    })
    f.write(dest, hash)
    if (f.traces) f.trace(hexToBytes(address), hash)
  },

  account_code(f, pointer: number, offset: number, size: number, dest: number) {
    const code = buyCode(f, pointer)
    f.buy(writeInk(code.length))
    const from = Math.min(offset >>> 0, code.length)
    const chunk = code.subarray(from, Math.min(code.length, from + (size >>> 0)))
    f.write(dest, chunk)
    if (f.traces) f.trace(concatBytes(f.read(pointer, 20), u32(offset), u32(size)), chunk)
    return chunk.length
  },

  account_code_size(f, pointer: number) {
    const { length } = buyCode(f, pointer)
    if (f.traces) f.trace(f.read(pointer, 20), u32(length))
    return length
  },
}
