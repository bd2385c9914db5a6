import { bytesToBigint, concatBytes, hexToBytes } from '../../bytes.ts'
import { ARBOS_ADDRESSES } from '../../constants.ts'
import { DevnodeError } from '../../errors.ts'
import { addMember } from './owners.ts'
import {
  addressWord,
  BurnAll,
  type MethodCall,
  NOTHING,
  type Precompile,
  PrecompileRevert,
  solidityError,
  word,
  words,
} from './types.ts'

/** `Custom(uint64,string,bool)`. */
const CUSTOM = '1753067f'
/** `Basic(bool,bytes32)` and `Mixed(bool,bool,bytes32,address,address)`. */
const BASIC = hexToBytes('93c1309077578d0b9ed1398956be51f0c6e1fcc0b91d899836148550215acfe2')
const MIXED = hexToBytes('a6059246508753631072a6a59c1127af99d3f4cc0f8d6370d4fae122b1dd4eaf')
/** Gas of an event; `topics` counts its signature. */
const event = (topics: number, bytes: number): bigint => 375n + 375n * BigInt(topics) + 8n * BigInt(bytes)

/** The `bytes` argument whose offset is in word `i`. */
function bytesArgument(c: MethodCall, i: number): Uint8Array {
  const at = 4 + Number(c.uint(i) < BigInt(c.input.length) ? c.uint(i) : BigInt(c.input.length))
  const length = bytesToBigint(c.input.subarray(at, at + 32))
  if (at + 32 > c.input.length || length > BigInt(c.input.length - at - 32)) throw new BurnAll()
  return c.input.slice(at + 32, at + 32 + Number(length))
}

const dynamic = (bytes: Uint8Array): Uint8Array =>
  concatBytes(words(32, bytes.length), bytes, new Uint8Array((32 - (bytes.length % 32)) % 32))

/**
 * Dev chains only. Selectors: Stylus VM specification, 3.10. Its methods besides `becomeChainOwner` exist for tests of
 * nodes; what they cost, and the text inside `Custom`, was not compared with a nitro node.
 */
export const ArbDebug: Precompile = {
  address: ARBOS_ADDRESSES.ArbDebug,
  methods: {
    '0e5bbc11': {
      name: 'becomeChainOwner',
      args: 0,
      kind: 'write',
      run: (c) => {
        c.burn(20_000n)
        addMember(c.state, 'chainOwners', c.caller)
        return NOTHING
      },
    },
    '1be250d6': {
      name: 'overwriteContractCode',
      args: 2,
      kind: 'write',
      run: (c) => {
        const old = c.state.code(c.address(0))
        c.state.setCode(c.address(0), bytesArgument(c, 1))
        return dynamic(old)
      },
    },
    '7b9963ef': {
      name: 'events',
      args: 2,
      kind: 'payable',
      run: (c) => {
        const flag = c.uint(0)
        if (flag > 1n) throw new BurnAll()
        const value = c.word(1).slice()
        c.burn(event(2, 32))
        c.log([BASIC, value], word(1n - flag))
        c.burn(event(4, 64))
        c.log(
          [MIXED, word(flag), value, addressWord(c.caller)],
          concatBytes(word(1n - flag), addressWord(c.self)),
        )
        return concatBytes(addressWord(c.caller), word(c.value))
      },
    },
    '7ea89f8b': {
      name: 'customRevert',
      args: 1,
      kind: 'pure',
      run: (c) => {
        const text = new TextEncoder().encode('custom error of ArbDebug')
        const data = concatBytes(
          solidityError(CUSTOM, c.uint(0), 96, 1, text.length),
          text,
          new Uint8Array(8),
        )
        throw new PrecompileRevert(data)
      },
    },
    '1e48fe82': {
      name: 'legacyError',
      args: 0,
      kind: 'pure',
      run: () => {
        throw new PrecompileRevert()
      },
    },
    '4700d305': {
      name: 'panic',
      args: 0,
      kind: 'pure',
      run: () => {
        throw new DevnodeError('A contract or client called ArbDebug.panic(), which stops a node on purpose.')
      },
    },
  },
}
