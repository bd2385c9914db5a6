import { bytesToHex, hexToBytes } from '../../bytes.ts'
import { ARBOS_ADDRESSES } from '../../constants.ts'
import { stylusParams } from '../params.ts'
import { programRecord, programStatus, setProgramRecord } from '../programs.ts'
import { wasmError } from './arbWasm.ts'
import { allMembers, cacheManagers, chainOwners, isMember } from './owners.ts'
import {
  addressWord,
  BurnAll,
  type MethodCall,
  NOTHING,
  type Precompile,
  READ,
  WRITE,
  word,
} from './types.ts'

const UPDATED = hexToBytes('1bfaa29b4618e78f5b398027d530826dbb266dc976a5067f67fdad15434ecfab')
const PARAMS_READ = 100n
/** 375 + 3 topics + 32 bytes of data. */
const EVENT = 1756n

/** Cache managers, and chain owners after them; anybody else loses the gas. */
function mustManage(c: MethodCall): void {
  c.burn(READ)
  if (cacheManagers(c.state).includes(c.caller)) return
  c.burn(READ)
  if (!chainOwners(c.state).includes(c.caller)) throw new BurnAll()
}

function setCached(c: MethodCall, codeHash: string, cached: boolean): Uint8Array {
  c.burn(PARAMS_READ)
  c.burn(READ)
  const params = stylusParams(c.state)
  const status = programStatus(c.state, codeHash, params, c.evm.context.block.timestamp)
  const record = programRecord(c.state, codeHash)
  if (cached && !status.ok) {
    if (status.error === 'ProgramExpired') throw wasmError('ProgramExpired', status.age)
    throw wasmError('ProgramNeedsUpgrade', record?.version ?? 0, params.version)
  }
  if (!record || record.isCached === cached) return NOTHING
  c.burn(EVENT)
  c.log([UPDATED, addressWord(c.caller), hexToBytes(codeHash)], word(cached ? 1 : 0))
  c.burn(BigInt(record.init))
  c.burn(READ)
  c.burn(WRITE)
  setProgramRecord(c.state, codeHash, { ...record, isCached: cached })
  return NOTHING
}

export const ArbWasmCache: Precompile = {
  address: ARBOS_ADDRESSES.ArbWasmCache,
  methods: {
    '85e2de85': isMember('isCacheManager', cacheManagers),
    '0ec1d773': allMembers('allCacheManagers', cacheManagers),
    e73ac9f2: {
      name: 'cacheProgram',
      args: 1,
      kind: 'write',
      since: 31,
      run: (c) => {
        mustManage(c)
        c.burn(2600n)
        return setCached(c, c.state.account(c.address(0))?.codeHash ?? '0'.repeat(64), true)
      },
    },
    '4ceac817': {
      name: 'cacheCodehash',
      args: 1,
      kind: 'write',
      until: 30,
      run: (c) => {
        mustManage(c)
        return setCached(c, bytesToHex(c.word(0)), true)
      },
    },
    ce972013: {
      name: 'evictCodehash',
      args: 1,
      kind: 'write',
      run: (c) => {
        mustManage(c)
        return setCached(c, bytesToHex(c.word(0)), false)
      },
    },
    a72f179b: {
      name: 'codehashIsCached',
      args: 1,
      kind: 'view',
      run: (c) => {
        c.burn(READ)
        return word(programRecord(c.state, bytesToHex(c.word(0)))?.isCached ? 1 : 0)
      },
    },
  },
}
