import { concatBytes, hexToBytes } from '../../bytes.ts'
import { ARBOS_ADDRESSES } from '../../constants.ts'
import { DevnodeError } from '../../errors.ts'
import { type StylusParams, setStylusParams } from '../params.ts'
import { addMember, allMembers, chainOwners, isMember, removeMember } from './owners.ts'
import {
  addressWord,
  BurnAll,
  type Method,
  type MethodCall,
  NOTHING,
  type Precompile,
  PrecompileRevert,
  READ,
  word,
  words,
} from './types.ts'

const OWNER_ACTS = hexToBytes('3c9e6a772755407311e3b35b3ee56799df8f87395941b3a658eee9e08a67ebda')

const write = (name: string, args: number, run: (c: MethodCall) => void, since = 0): Method => ({
  name,
  args,
  kind: 'write',
  since,
  run: (c) => {
    run(c)
    return NOTHING
  },
})

/** Refuses what does not fit the parameter's integer type. */
function fits(value: bigint, bits: number): number {
  if (value >= 1n << BigInt(bits)) throw new PrecompileRevert()
  return Number(value)
}

const set = (
  name: string,
  bits: number,
  change: (value: number) => Partial<StylusParams>,
  since = 0,
): Method => write(name, 1, (c) => setStylusParams(c.state, change(fits(c.uint(0), bits))), since)

const store = (name: string, key: string): Method =>
  write(name, 1, (c) => c.state.set(c.state.arbos, key, c.uint(0)))

const methods: Record<string, Method> = {
  '2b352fae': write('setL1PricePerUnit', 1, (c) => {
    if (c.uint(0) !== 0n)
      throw new DevnodeError(
        'The devnode has no L1 fees: its price per unit of L1 gas is 0 and stays so. Measure L1 fees on a nitro node.',
      )
  }),
  a0188cdb: store('setMinimumL2BaseFee', 'minBaseFee'),
  '39673611': store('setMaxTxGasLimit', 'maxTxGasLimit'),
  '481f8dbf': write('addChainOwner', 1, (c) => addMember(c.state, 'chainOwners', c.address(0))),
  '8792701a': write('removeChainOwner', 1, (c) => removeMember(c.state, 'chainOwners', c.address(0))),
  '26ef7f68': {
    name: 'isChainOwner',
    args: 1,
    kind: 'view',
    run: (c) => word(chainOwners(c.state).includes(c.address(0)) ? 1 : 0),
  },
  ffdca515: write('addWasmCacheManager', 1, (c) => addMember(c.state, 'cacheManagers', c.address(0))),
  bf197322: write('removeWasmCacheManager', 1, (c) => removeMember(c.state, 'cacheManagers', c.address(0))),
  '8c1d4fda': write('setInkPrice', 1, (c) => {
    const price = fits(c.uint(0), 24)
    if (price === 0) throw new PrecompileRevert()
    setStylusParams(c.state, { inkPrice: price })
  }),
  '4567cc8e': set('setWasmMaxStackDepth', 32, (maxStackDepth) => ({ maxStackDepth })),
  '3f37a846': set('setWasmFreePages', 16, (freePages) => ({ freePages })),
  aaa619e0: set('setWasmPageGas', 16, (pageGas) => ({ pageGas })),
  '6595381a': set('setWasmPageLimit', 16, (pageLimit) => ({ pageLimit })),
  '455ec2eb': set('setWasmMaxSize', 32, (maxWasmSize) => ({ maxWasmSize }), 40),
  // both in gas, rounded up to the units they are stored in
  '8293405e': write('setWasmMinInitGas', 2, (c) => {
    const minInitGas = Math.min(255, Math.ceil(fits(c.uint(0), 8) / 128))
    const minCachedInitGas = Math.min(255, Math.ceil(fits(c.uint(1), 16) / 32))
    setStylusParams(c.state, { minInitGas, minCachedInitGas })
  }),
  '67e0718f': write('setWasmInitCostScalar', 1, (c) => {
    const percent = c.uint(0)
    setStylusParams(c.state, { initCostScalar: Math.min(255, Math.ceil(Number(percent) / 2)) })
  }),
  aac68018: set('setWasmExpiryDays', 16, (expiryDays) => ({ expiryDays })),
  '2a9cbe3e': set('setWasmKeepaliveDays', 16, (keepaliveDays) => ({ keepaliveDays })),
  '380f1457': set('setWasmBlockCacheSize', 16, (blockCacheSize) => ({ blockCacheSize })),
  a0a32497: write(
    'setWasmActivationGas',
    1,
    (c) => setStylusParams(c.state, { activationGas: c.uint(0) }),
    59,
  ),
}

/** Chain owners only. Their calls cost nothing beyond the transaction itself; every success is logged. */
export const ArbOwner: Precompile = {
  address: ARBOS_ADDRESSES.ArbOwner,
  methods,
  authorize(c) {
    if (!chainOwners(c.state).includes(c.caller)) throw new BurnAll()
    return true
  },
  after(c) {
    const selector = new Uint8Array(32)
    selector.set(c.input.subarray(0, 4))
    const padding = new Uint8Array((32 - (c.input.length % 32)) % 32)
    c.log(
      [OWNER_ACTS, selector, addressWord(c.caller)],
      concatBytes(words(32, c.input.length), c.input, padding),
    )
  },
}

/** What anybody may read of it. */
export const ArbOwnerPublic: Precompile = {
  address: ARBOS_ADDRESSES.ArbOwnerPublic,
  methods: {
    '26ef7f68': isMember('isChainOwner', chainOwners),
    '516b4e0f': allMembers('getAllChainOwners', chainOwners),
    '2d9125e9': {
      name: 'getNetworkFeeAccount',
      args: 0,
      kind: 'view',
      run: (c) => {
        c.burn(READ)
        return addressWord((c.state.arbos.get('networkFeeAccount') as string | undefined) ?? '0')
      },
    },
    e5a7f893: {
      name: 'getMaxStylusContractFragments',
      args: 0,
      kind: 'view',
      since: 60,
      run: (c) => {
        c.burn(100n)
        return word((c.state.arbos.get('params') as StylusParams).maxFragmentCount)
      },
    },
  },
}
