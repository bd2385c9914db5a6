import { bytesToHex, concatBytes, hexToBytes } from '../../bytes.ts'
import { A, H, P } from '../ink.ts'
import { HostFailure } from '../signals.ts'
import { writeSlots, ZERO32 } from '../storageCache.ts'
import type { HostCall } from './types.ts'

/** Gas of asking the chain for a slot, on top of the EVM's price (ArbOS 32 and later). */
const apiGas = (inkPrice: bigint) => 59_673n / inkPrice

export const storageHostCalls: Record<string, HostCall> = {
  storage_load_bytes32(f, keyPointer: number, dest: number) {
    f.buy(H + 2n * P)
    const api = apiGas(f.inkPrice)
    f.needGas(2100n + 10n + api)
    const key = bytesToHex(f.read(keyPointer, 32))
    let gas = f.storage.readGas()
    let value = f.storage.get(key)
    if (!value) {
      const { address, state } = f.world
      const slot = f.suspender.memo(`load ${key}`, f.ink, () => ({
        cold: f.world.warmSlot(address, key),
        value: state.slot(address, key) ?? ZERO32,
      }))
      gas += (slot.cold ? 2100n : 100n) + api
      value = slot.value
      f.storage.loaded(key, value)
    }
    f.buyGas(gas)
    f.write(dest, value)
    if (f.traces) f.trace(hexToBytes(key), value)
  },

  storage_cache_bytes32(f, keyPointer: number, valuePointer: number) {
    f.buy(H + 2n * P)
    f.needGas(2300n + 10n)
    const key = bytesToHex(f.read(keyPointer, 32))
    const value = f.read(valuePointer, 32)
    f.buyGas(f.storage.writeGas())
    f.storage.write(key, value)
    if (f.traces) f.trace(concatBytes(hexToBytes(key), value))
  },

  storage_flush_cache(f, clear: number) {
    f.buy(H + A)
    f.needGas(2300n)
    const dirty = f.storage.dirty()
    if (dirty.length > 0) {
      if (f.world.isStatic) throw new HostFailure('storage write in a static call')
      const limit = f.gasLeft()
      const gas = f.suspender.memo('flush', f.ink, () => writeSlots(f.world, f.world.address, dirty, limit))
      if (gas === undefined) {
        if (f.world.profile.flushOutOfGasBurns) f.exhaust()
        throw new HostFailure('not enough gas for the storage flush')
      }
      f.buyGas(gas)
    }
    f.storage.flushed(clear !== 0)
    if (f.traces) f.trace(new Uint8Array([clear & 0xff]))
  },

  transient_load_bytes32(f, keyPointer: number, dest: number) {
    f.buy(H + 2n * P + A)
    f.buyGas(100n)
    const key = bytesToHex(f.read(keyPointer, 32))
    const value = f.suspender.memo(`tload ${key}`, f.ink, () => f.world.transientLoad(key))
    f.write(dest, value)
    if (f.traces) f.trace(hexToBytes(key), value)
  },

  transient_store_bytes32(f, keyPointer: number, valuePointer: number) {
    f.buy(H + 2n * P + A)
    f.buyGas(100n)
    const key = bytesToHex(f.read(keyPointer, 32))
    const value = f.read(valuePointer, 32)
    if (f.world.isStatic) throw new HostFailure('transient storage write in a static call')
    f.suspender.memo(`tstore ${key}`, f.ink, () => f.world.transientStore(key, value))
    if (f.traces) f.trace(concatBytes(hexToBytes(key), value))
  },
}
