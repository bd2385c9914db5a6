import { ProgramCodeError } from '@inkling/wasm'
import { bytesToHex } from '../../bytes.ts'
import { MAX_CODE_SIZE } from '../../constants.ts'
import type { StylusParams } from '../params.ts'
import { wasmError } from './arbWasm.ts'
import { type MethodCall, PrecompileRevert } from './types.ts'

/** First three bytes of Stylus code, from Stylus VM specification 3.1. */
const KIND = { program: 0, fragment: 1, root: 2 } as const
const ROOT_HEADER = 8
const ADDRESS = 20

function stylusKind(code: Uint8Array): number | undefined {
  return code.length >= 4 && code[0] === 0xef && code[1] === 0xf0 ? code[2] : undefined
}

/** May a contract have this code? */
export const isStylusCode = (code: Uint8Array, arbos: number): boolean => {
  const kind = stylusKind(code)
  return kind === KIND.program || (arbos >= 60 && (kind === KIND.fragment || kind === KIND.root))
}

/** Does calling this code run a program? Fragments are data. */
export const isProgramCode = (code: Uint8Array, arbos: number): boolean => {
  const kind = stylusKind(code)
  return kind === KIND.program || (arbos >= 60 && kind === KIND.root)
}

/** A root split into what it says; undefined where it is malformed. */
function parseRoot(
  code: Uint8Array,
): { dictionary: number; length: number; fragments: Uint8Array[] } | undefined {
  const rest = code.length - ROOT_HEADER
  if (rest <= 0 || rest % ADDRESS !== 0) return undefined
  const length = new DataView(code.buffer, code.byteOffset).getUint32(4)
  const fragments = Array.from({ length: rest / ADDRESS }, (_, i) =>
    code.subarray(ROOT_HEADER + ADDRESS * i, ROOT_HEADER + ADDRESS * (i + 1)),
  )
  return { dictionary: code[3] as number, length, fragments }
}

/** `EFF000dd` in front of the fragments' bytes: the classic form of a program that comes in parts. */
function joinFragments(dictionary: number, parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(4 + parts.reduce((n, p) => n + p.length - 3, 0))
  out.set([0xef, 0xf0, 0x00, dictionary])
  let at = 4
  for (const part of parts) {
    out.set(part.subarray(3), at)
    at += part.length - 3
  }
  return out
}

/**
 * Code of a program in classic form, `EFF000dd` and brotli, with a root's fragments read through `read`.
 * Undefined where it is not a well-formed program.
 */
export function classicCode(
  code: Uint8Array,
  read: (address: string) => Uint8Array,
  maxFragments = Number.POSITIVE_INFINITY,
): { code: Uint8Array; length?: number } | undefined {
  if (stylusKind(code) === KIND.program) return { code }
  const root = stylusKind(code) === KIND.root ? parseRoot(code) : undefined
  if (!root || root.fragments.length > maxFragments) return undefined
  const parts: Uint8Array[] = []
  for (const address of root.fragments) {
    const part = read(bytesToHex(address))
    if (stylusKind(part) !== KIND.fragment) return undefined
    parts.push(part)
  }
  return { code: joinFragments(root.dictionary, parts), length: root.length }
}

/** Reads a fragment for an activation: access gas, 3 gas a word, and gas for the largest one must be there. */
function readFragment(c: MethodCall, address: string): Uint8Array {
  const access = c.warmAddress(address) ? 2600n : 100n
  if (c.gasLeft() < access + 3n * BigInt(MAX_CODE_SIZE / 32)) c.burn(c.gasLeft() + 1n)
  const code = c.state.code(address)
  c.burn(access + 3n * BigInt(Math.ceil(code.length / 32)))
  return code
}

/** The wasm of a contract's code. Reverts as ArbWasm does where there is none. */
export async function readProgramWasm(
  c: MethodCall,
  code: Uint8Array,
  params: StylusParams,
): Promise<Uint8Array> {
  const { arbos } = c.evm.profile
  if (!isStylusCode(code, arbos)) {
    if (code.length === 0 || arbos >= 60) throw wasmError('ProgramNotWasm')
    throw new PrecompileRevert()
  }
  const classic = classicCode(code, (address) => readFragment(c, address), params.maxFragmentCount)
  if (!classic) throw new PrecompileRevert()
  let wasm: Uint8Array
  try {
    wasm = await c.evm.decompressProgram(classic.code, params.maxWasmSize)
  } catch (e) {
    if (!(e instanceof ProgramCodeError)) throw e
    throw new PrecompileRevert()
  }
  if (classic.length !== undefined && classic.length !== wasm.length) throw new PrecompileRevert()
  return wasm
}
