import { keccak_256 } from '@noble/hashes/sha3.js'
import { bigintToBytes, concatBytes } from '../bytes.ts'
import { invalidParams } from '../errors.ts'
import { address, bytes, object, show } from './params.ts'

interface Field {
  name: string
  type: string
}
type Types = Record<string, Field[]>
const MAX_DEPTH = 32

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The digest that `eth_signTypedData_v4` signs (EIP-712). Throws on anything malformed. */
export function typedDataHash(value: unknown): Uint8Array {
  const data = object(typeof value === 'string' ? parse(value) : value, 'the typed data')
  const types = readTypes(data.types)
  const domainType = types.EIP712Domain
  if (!domainType) throw invalidParams('the typed data has no type EIP712Domain')
  const primary = String(data.primaryType)
  const parts = [new Uint8Array([0x19, 0x01]), hashStruct('EIP712Domain', data.domain, types, 0)]
  if (primary !== 'EIP712Domain') parts.push(hashStruct(primary, data.message, types, 0))
  return keccak_256(concatBytes(...parts))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidParams('the typed data is not JSON')
  }
}

function readTypes(value: unknown): Types {
  const types: Types = Object.create(null)
  for (const [name, fields] of Object.entries(object(value, 'types'))) {
    if (!Array.isArray(fields)) throw invalidParams(`type ${name.slice(0, 40)} must be an array of fields`)
    types[name] = fields.map((field) => {
      const f = object(field, 'a field')
      if (typeof f.name !== 'string' || typeof f.type !== 'string')
        throw invalidParams('a field needs a name and a type')
      return { name: f.name, type: f.type }
    })
  }
  return types
}

function fieldsOf(type: string, types: Types): Field[] {
  const fields = types[type]
  if (!fields) throw invalidParams(`there is no type ${show(type)}`)
  return fields
}

/** `Mail(Person from,...)Person(...)`: the type, then every struct it mentions, by name. */
function encodeType(primary: string, types: Types): string {
  const seen = new Set<string>()
  const open = [primary]
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (seen.has(type) || !types[type]) continue
    seen.add(type)
    for (const f of fieldsOf(type, types)) open.push(f.type.replace(/(\[\d*\])+$/, ''))
  }
  seen.delete(primary)
  return [primary, ...[...seen].sort()]
    .map(
      (name) =>
        `${name}(${fieldsOf(name, types)
          .map((f) => `${f.type} ${f.name}`)
          .join(',')})`,
    )
    .join('')
}

function hashStruct(type: string, value: unknown, types: Types, depth: number): Uint8Array {
  if (depth > MAX_DEPTH) throw invalidParams(`the typed data nests deeper than ${MAX_DEPTH}`)
  const fields = fieldsOf(type, types)
  const of = object(value, show(type))
  return keccak_256(
    concatBytes(
      keccak_256(utf8(encodeType(type, types))),
      ...fields.map((f) => encodeValue(f.type, of[f.name], types, depth)),
    ),
  )
}

function encodeValue(type: string, value: unknown, types: Types, depth: number): Uint8Array {
  const array = /^(.*)\[(\d*)\]$/.exec(type)
  if (array) {
    if (!Array.isArray(value) || (array[2] && value.length !== Number(array[2])))
      throw invalidParams(`${type} must be an array of that length, got ${show(value)}`)
    if (depth > MAX_DEPTH) throw invalidParams(`the typed data nests deeper than ${MAX_DEPTH}`)
    return keccak_256(concatBytes(...value.map((v) => encodeValue(array[1] as string, v, types, depth + 1))))
  }
  if (types[type])
    return value === undefined || value === null
      ? new Uint8Array(32)
      : hashStruct(type, value, types, depth + 1)
  if (type === 'string') return keccak_256(utf8(String(value)))
  if (type === 'bytes') return keccak_256(bytes(value, 'bytes'))
  if (type === 'bool') return bigintToBytes(value === true || value === 'true' ? 1n : 0n)
  if (type === 'address') return bigintToBytes(BigInt(`0x${address(value)}`))
  const fixed = /^bytes(\d+)$/.exec(type)
  if (fixed) return rightPad(bytes(value, type), Number(fixed[1]), type)
  if (/^u?int\d*$/.test(type)) return bigintToBytes(integer(value, type))
  throw invalidParams(`there is no type ${show(type)}`)
}

function rightPad(value: Uint8Array, length: number, type: string): Uint8Array {
  if (value.length !== length || length > 32) throw invalidParams(`${type} has ${length} bytes`)
  const out = new Uint8Array(32)
  out.set(value)
  return out
}

function integer(value: unknown, type: string): bigint {
  try {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'bigint')
      return BigInt(value)
  } catch {}
  throw invalidParams(`${type} must be an integer, got ${show(value)}`)
}
