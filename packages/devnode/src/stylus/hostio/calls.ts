import { bigintToBytes, bytesToBigint, bytesToHex, concatBytes, hexToBytes } from '../../bytes.ts'
import { EMPTY_CODE_HASH } from '../../state/state.ts'
import type { Frame } from '../frame.ts'
import { A, H, MAX_U64, P, readInk } from '../ink.ts'
import { HostFailure } from '../signals.ts'
import type { CallRequest, ChildResult } from '../world.ts'
import { type HostCall, NOTHING, u32, u64 } from './types.ts'

const SUCCESS = 0
/** Any failure, whatever its reason. */
const FAILURE = 2
const min = (a: bigint, b: bigint) => (a < b ? a : b)

function then<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value)
}

/** Gas of starting a call, or undefined when there is not enough for it (2.4, step 2). */
function callBase(f: Frame, to: string, value: bigint, gasLeft: bigint): bigint | undefined {
  const { state } = f.world
  let base = 100n
  if (f.world.warmAddress(to)) base += 2500n
  if (base > gasLeft) return undefined
  if (value !== 0n) {
    const a = state.account(to)
    if (!a || (a.nonce === 0n && a.balance === 0n && a.codeHash === EMPTY_CODE_HASH)) base += 25_000n
    base += 9000n
  }
  return base > gasLeft ? undefined : base
}

function doCall(
  f: Frame,
  kind: CallRequest['kind'],
  target: number,
  data: number,
  length: number,
  valuePointer: number | undefined,
  requested: bigint,
  returnLength: number,
): number | Promise<number> {
  f.buy(H + 3n * P + A)
  f.buy(readInk(length >>> 0))
  f.buy(readInk(length >>> 0))
  const gasLeft = f.gasLeft()
  const request = min(BigInt.asUintN(64, requested), gasLeft)
  const to = bytesToHex(f.read(target, 20))
  const input = f.read(data, length)
  const value = valuePointer === undefined ? 0n : bytesToBigint(f.read(valuePointer, 32))

  const finish = (charge: bigint, ok: boolean, returned: Uint8Array): number => {
    f.returnData = returned
    f.writeU32(returnLength, returned.length)
    f.buyGas(charge)
    const status = ok ? SUCCESS : FAILURE
    const sent = valuePointer === undefined ? NOTHING : bigintToBytes(value)
    if (f.traces)
      f.trace(
        concatBytes(hexToBytes(to), u64(requested), sent, input),
        concatBytes(u32(returned.length), new Uint8Array([status])),
      )
    f.traced.address = to
    return status
  }
  if (f.world.isStatic && value !== 0n) return finish(0n, false, new Uint8Array(0))

  const base = f.suspender.memo(`access ${to}`, f.ink, () => callBase(f, to, value, gasLeft))
  if (base === undefined) return finish(gasLeft, false, new Uint8Array(0))

  let gas = min(min((gasLeft - base) * 63n, MAX_U64) / 64n, request)
  if (value !== 0n) gas += 2300n
  const result = f.suspender.wait(`call ${to}`, f.ink, () =>
    f.world.call({ kind, to, data: input, value, gas }),
  )
  return then(result, (r: ChildResult) => {
    if (r.steps.length > 0) f.traced.steps = r.steps
    return finish(base + r.gasUsed, r.ok, r.data)
  })
}

function doCreate(
  f: Frame,
  code: number,
  length: number,
  endowment: number,
  saltPointer: number | undefined,
  addressOut: number,
  revertLength: number,
): void | Promise<void> {
  f.buy(H + (saltPointer === undefined ? 3n : 4n) * P + A)
  f.buy(readInk(length >>> 0))
  f.buy(readInk(length >>> 0))
  const start = f.gasLeft()
  const init = f.read(code, length)
  const value = bytesToBigint(f.read(endowment, 32))
  const salt = saltPointer === undefined ? undefined : f.read(saltPointer, 32)
  if (f.world.isStatic) throw new HostFailure('contract creation in a static call')
  let base = 32_000n
  if (salt) base += 6n * BigInt(Math.ceil(init.length / 32))
  if (start < base) throw new HostFailure('not enough gas to create a contract')
  const left = start - base
  const kept = left / 64n
  const result = f.suspender.wait('create', f.ink, () =>
    f.world.create({ code: init, value, salt, gas: left - kept }),
  )
  return then(result, (r) => {
    for (const step of r.steps) f.keep(step)
    f.returnData = r.reverted ? r.data : new Uint8Array(0)
    f.buyGas(base + r.gasUsed)
    f.writeU32(revertLength, f.returnData.length)
    const made = r.ok ? hexToBytes(r.address) : new Uint8Array(20)
    f.write(addressOut, made)
    if (f.traces)
      f.trace(
        concatBytes(bigintToBytes(value), salt ?? NOTHING, init),
        concatBytes(made, u32(f.returnData.length)),
      )
  })
}

/** Calls and creates: the only host calls that wait. */
export const callHostCalls: Record<string, HostCall> = {
  call_contract(f, to: number, data: number, n: number, value: number, gas: bigint, ret: number) {
    return doCall(f, 'call', to, data, n, value, gas, ret)
  },
  delegate_call_contract(f, to: number, data: number, n: number, gas: bigint, ret: number) {
    return doCall(f, 'delegate', to, data, n, undefined, gas, ret)
  },
  static_call_contract(f, to: number, data: number, n: number, gas: bigint, ret: number) {
    return doCall(f, 'static', to, data, n, undefined, gas, ret)
  },
  create1(f, code: number, n: number, endowment: number, address: number, revert: number) {
    return doCreate(f, code, n, endowment, undefined, address, revert)
  },
  create2(f, code: number, n: number, endowment: number, salt: number, address: number, revert: number) {
    return doCreate(f, code, n, endowment, salt, address, revert)
  },
}

export const WAITING_HOST_CALLS: readonly string[] = Object.keys(callHostCalls)
