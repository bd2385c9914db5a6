import { concatHex, getCreate2Address, type Hex, keccak256, toHex } from 'viem'

/**
 * The factory that puts code at an address which follows from the code: it stands at this address on nearly every
 * chain, Arbitrum One, Sepolia and the development nodes included. Calldata: 32 bytes of salt, then init code.
 */
export const CREATE2_FACTORY: Hex = '0x4e59b44847b379578588920ca78fbf26c0b4956c'
const SALT: Hex = `0x${'00'.repeat(32)}`

/** A contract of 24,576 bytes whose first byte keeps it from being run. */
export const DATA_ROOM = 24_575

/** A contract that holds nothing but weights. */
export interface DataContract {
  /** Follows from `code` alone, so no other bytes can ever stand there. */
  address: Hex
  /** STOP, then the weights. */
  code: Uint8Array
  codeHash: Hex
  /** The transaction that deploys it; its gas is about 200 a byte. Without effect where it is deployed already. */
  deploy: { to: Hex; data: Hex }
}

/**
 * Wraps weights, at most `DATA_ROOM` bytes. The address is CREATE2's: a hash of the init code, which does nothing but
 * return what stands behind it. Anyone may deploy it, once is enough for all, and a kernel that knows the address
 * knows the bytes.
 */
export function dataContract(payload: Uint8Array): DataContract {
  const code = new Uint8Array(1 + payload.length)
  code.set(payload, 1)
  // PUSH2 length DUP1 PUSH1 10 RETURNDATASIZE CODECOPY RETURNDATASIZE RETURN: copies what follows, returns it
  const initCode = concatHex(['0x61', toHex(code.length, { size: 2 }), '0x80600a3d393df3', toHex(code)])
  return {
    address: getCreate2Address({
      from: CREATE2_FACTORY,
      salt: SALT,
      bytecode: initCode,
    }).toLowerCase() as Hex,
    code,
    codeHash: keccak256(code),
    deploy: { to: CREATE2_FACTORY, data: concatHex([SALT, initCode]) },
  }
}
