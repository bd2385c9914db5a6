import wabt from 'wabt'
import type { DenseView } from './net-view.ts'

/** Where a loop kernel's weights come from. Straight-line code is the compiler's. */
export type LoopPlace = 'nowhere' | 'const-stores' | 'data' | 'data-contracts' | 'calldata' | 'storage'

export interface LoopKernel {
  wasm: Uint8Array
  /** Bytes that are loaded on each call: bias and weights of all rows. */
  weightBytes: number
}

/** Most bytes that a data contract gives, after its first. */
export const DATA_ROOM = 24_572
const X = 0
const BUFFER = 24_576

/** Where a piece of the weights lies: a contract, and the byte of its code. */
export interface PiecePlace {
  address: Uint8Array
  offset: number
}

/** Rows of a layer as they lie in memory: bias as int32, then the weights. */
export function rowBytes(layer: DenseView): Uint8Array[] {
  return Array.from({ length: layer.outputs }, (_, o) => {
    const bytes = new Uint8Array(4 + layer.inputs)
    new DataView(bytes.buffer).setInt32(0, layer.bias[o]!, true)
    for (let i = 0; i < layer.inputs; i++) bytes[4 + i] = layer.weights[o * layer.inputs + i]!
    return bytes
  })
}

/** Whole rows, as many as a piece holds. */
export function pieces(layer: DenseView, room: number): { bytes: Uint8Array; rows: number }[] {
  const rows = rowBytes(layer)
  const perPiece = Math.max(1, Math.floor(room / (4 + layer.inputs)))
  const found: { bytes: Uint8Array; rows: number }[] = []
  for (let at = 0; at < rows.length; at += perPiece) {
    const some = rows.slice(at, at + perPiece)
    found.push({ bytes: Uint8Array.from(some.flatMap((row) => [...row])), rows: some.length })
  }
  return found
}

const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('')

/**
 * A net of dense layers as loops over memory, four products a turn: what remains when straight-line code doesn't fit.
 * Widths have to be multiples of 4; requantization is one shift a layer, zero point 0.
 *
 * @param at where each piece is, for data contracts
 */
export async function loopKernel(
  layers: readonly DenseView[],
  place: LoopPlace,
  at: readonly PiecePlace[] = [],
): Promise<LoopKernel> {
  const inputs = layers[0]!.inputs
  const outputs = layers.at(-1)!.outputs
  const widest = Math.max(inputs, ...layers.map((layer) => layer.outputs))
  // Two areas for activations in turn; the last layer's int32 scores go to the place of the next one.
  const area = (l: number) => X + (l % 2) * Math.ceil((widest * 4) / 64) * 64
  const addresses = area(2) + 2 * Math.ceil((widest * 4) / 64) * 64
  if (addresses + 20 * at.length > BUFFER) throw new Error('the layers are too wide for this kernel')
  const all = layers.flatMap((layer, l) => pieces(layer, DATA_ROOM).map((piece) => ({ ...piece, l })))
  const weightBytes = all.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const pinned = place !== 'data-contracts'
  const top = pinned ? BUFFER + weightBytes : BUFFER + Math.max(...all.map(({ bytes }) => bytes.length))
  const total = place === 'calldata' ? inputs + weightBytes : inputs

  let next = BUFFER
  let done = 0
  const steps = all.map(({ bytes, rows, l }, k) => {
    const first = all
      .slice(0, k)
      .filter((other) => other.l === l)
      .reduce((sum, other) => sum + other.rows, 0)
    const from = pinned ? next : BUFFER
    const load =
      place === 'data-contracts'
        ? `(drop (call $account_code (i32.const ${addresses + 20 * k}) (i32.const ${at[k]!.offset}) (i32.const ${bytes.length}) (i32.const ${BUFFER})))`
        : ''
    next += bytes.length
    done += rows
    const layer = layers[l]!
    return `${load}
    (call $rows${l} (i32.const ${from}) (i32.const ${rows}) (i32.const ${area(l + 1) + first * (layer.requantize ? 1 : 4)}))`
  })
  if (done === 0) throw new Error('there is nothing to compute')
  const source = `(module
  (import "vm_hooks" "read_args" (func $read_args (param i32)))
  (import "vm_hooks" "write_result" (func $write_result (param i32 i32)))
  ${place === 'data-contracts' ? '(import "vm_hooks" "account_code" (func $account_code (param i32 i32 i32 i32) (result i32)))' : ''}
  ${place === 'storage' ? '(import "vm_hooks" "storage_load_bytes32" (func $load (param i32 i32)))' : ''}
  (memory (export "memory") ${Math.ceil(top / 65_536)} ${Math.ceil(top / 65_536)})
  ${place === 'data' ? `(data (i32.const ${BUFFER}) "${hex(Uint8Array.from(all.flatMap(({ bytes }) => [...bytes])))}")` : ''}
${layers.map((layer, l) => rowsFunction(layer, l, area(l))).join('\n')}
  (func (export "user_entrypoint") (param $length i32) (result i32)
    (local $i i32) (local $best i32) (local $label i32)
    (if (i32.ne (local.get $length) (i32.const ${total})) (then (return (i32.const 1))))
    ${place === 'calldata' ? `(call $read_args (i32.const ${BUFFER - inputs})) (memory.copy (i32.const ${X}) (i32.const ${BUFFER - inputs}) (i32.const ${inputs}))` : `(call $read_args (i32.const ${X}))`}
    ${place === 'const-stores' ? stores(Uint8Array.from(all.flatMap(({ bytes }) => [...bytes])), BUFFER) : ''}
    ${place === 'data-contracts' ? at.map(({ address }, k) => stores(address, addresses + 20 * k)).join('\n') : ''}
    ${place === 'storage' ? storageLoads(weightBytes) : ''}
${steps.join('\n')}
    (local.set $best (i32.load (i32.const ${area(layers.length)})))
    (local.set $i (i32.const 1))
    (loop $next
      (if (i32.gt_s (i32.load offset=${area(layers.length)} (i32.shl (local.get $i) (i32.const 2))) (local.get $best))
        (then
          (local.set $best (i32.load offset=${area(layers.length)} (i32.shl (local.get $i) (i32.const 2))))
          (local.set $label (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const ${outputs}))))
    (i32.store8 (i32.const ${X}) (local.get $label))
    (call $write_result (i32.const ${X}) (i32.const 1))
    (i32.const 0)))`
  const { parseWat } = await wabt()
  const { buffer } = parseWat('loop.wat', source, { bulk_memory: true }).toBinary({})
  return { wasm: Uint8Array.from(buffer), weightBytes }
}

/** `rowsN(weights, count, out)`: a layer's rows, inputs at a fixed place. */
function rowsFunction(layer: DenseView, l: number, from: number): string {
  const { requantize, relu, inputs } = layer
  if (inputs % 4 !== 0) throw new Error(`layer ${l} has ${inputs} inputs, not a multiple of 4`)
  const product = (k: number) => `(local.set $acc (i32.add (local.get $acc) (i32.mul
          (i32.load8_s offset=${k} (local.get $w)) (i32.load8_u offset=${from + k} (local.get $i)))))`
  const finish = requantize
    ? `(local.set $acc (i32.shr_s (i32.add (local.get $acc) (i32.const ${2 ** (requantize.shift[0]! - 1)})) (i32.const ${requantize.shift[0]})))
      ${relu ? '(local.set $acc (select (local.get $acc) (i32.const 0) (i32.gt_s (local.get $acc) (i32.const 0))))' : ''}
      (i32.store8 (local.get $out) (select (local.get $acc) (i32.const ${requantize.max}) (i32.lt_s (local.get $acc) (i32.const ${requantize.max}))))
      (local.set $out (i32.add (local.get $out) (i32.const 1)))`
    : `(i32.store (local.get $out) (local.get $acc))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))`
  return `  (func $rows${l} (param $w i32) (param $count i32) (param $out i32) (local $i i32) (local $acc i32)
    (loop $row
      (local.set $acc (i32.load (local.get $w)))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (local.set $i (i32.const 0))
      (loop $mac
        ${[0, 1, 2, 3].map(product).join('\n        ')}
        (local.set $w (i32.add (local.get $w) (i32.const 4)))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br_if $mac (i32.lt_u (local.get $i) (i32.const ${inputs}))))
      ${finish}
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $row (local.get $count))))`
}

/** Constants into memory, 8 bytes at a time. */
function stores(bytes: Uint8Array, to: number): string {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  padded.set(bytes)
  const view = new DataView(padded.buffer)
  const lines: string[] = []
  let at = 0
  for (; at + 8 <= padded.length; at += 8)
    lines.push(`(i64.store (i32.const ${to + at}) (i64.const ${view.getBigInt64(at, true)}))`)
  if (at < padded.length)
    lines.push(`(i32.store (i32.const ${to + at}) (i32.const ${view.getInt32(at, true)}))`)
  return lines.join('\n    ')
}

/** Slots 0, 1, 2 ... one after another; the slot's number is written big-endian in front of the buffer. */
function storageLoads(bytes: number): string {
  const key = BUFFER - 32
  return `(loop $slot
      (i32.store8 offset=${key + 31} (i32.const 0) (local.get $i))
      (i32.store8 offset=${key + 30} (i32.const 0) (i32.shr_u (local.get $i) (i32.const 8)))
      (call $load (i32.const ${key}) (i32.add (i32.const ${BUFFER}) (i32.shl (local.get $i) (i32.const 5))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $slot (i32.lt_u (local.get $i) (i32.const ${Math.ceil(bytes / 32)}))))`
}
