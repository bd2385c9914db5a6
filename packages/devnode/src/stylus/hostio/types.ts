import { bigintToBytes } from '../../bytes.ts'
import type { Frame } from '../frame.ts'

/** A host call: arguments as WebAssembly passes them (i32 as number, i64 as bigint). */
// biome-ignore lint/suspicious/noExplicitAny: signatures differ by host call; validation has fixed them before a program runs
export type HostCall = (frame: Frame, ...args: any[]) => unknown

export const NOTHING = new Uint8Array(0)
/** For traces: big-endian. */
export const u32 = (n: number): Uint8Array => bigintToBytes(BigInt(n >>> 0), 4)
export const u64 = (n: bigint): Uint8Array => bigintToBytes(n, 8)
