import { concatBytes } from '../../bytes.ts'
import { A, H, readInk, writeInk } from '../ink.ts'
import { Exit } from '../signals.ts'
import { type HostCall, NOTHING, u32 } from './types.ts'

/** Input, output and the end of the program. */
export const argHostCalls: Record<string, HostCall> = {
  read_args(f, pointer: number) {
    f.buy(H)
    f.buy(writeInk(f.world.calldata.length))
    f.write(pointer, f.world.calldata)
    if (f.traces) f.trace(NOTHING, f.world.calldata)
  },

  write_result(f, pointer: number, length: number) {
    f.buy(H)
    f.buy(readInk(length >>> 0))
    f.buy(readInk(length >>> 0))
    f.output = f.read(pointer, length)
    if (f.traces) f.trace(f.output)
  },

  exit_early(f, status: number) {
    if (f.traces) f.trace(u32(status))
    throw new Exit(status)
  },

  read_return_data(f, dest: number, offset: number, size: number) {
    f.buy(H)
    f.buy(A)
    const from = Math.min(offset >>> 0, f.returnData.length)
    const chunk = f.returnData.subarray(from, Math.min(f.returnData.length, from + (size >>> 0)))
    f.buy(writeInk(chunk.length))
    f.write(dest, chunk)
    if (f.traces) f.trace(concatBytes(u32(offset), u32(size)), chunk)
    return chunk.length
  },

  return_data_size(f) {
    f.buy(H)
    if (f.traces) f.trace(NOTHING, u32(f.returnData.length))
    return f.returnData.length
  },
}
