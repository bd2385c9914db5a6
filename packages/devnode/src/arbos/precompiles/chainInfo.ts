import { concatBytes } from '../../bytes.ts'
import { ARBOS_ADDRESSES, MAX_COMPUTE_GAS, MIN_BASE_FEE } from '../../constants.ts'
import { type Method, type MethodCall, type Precompile, READ, word, words } from './types.ts'

const view = (name: string, read: (c: MethodCall) => Uint8Array, args = 0): Method => ({
  name,
  args,
  kind: 'view',
  run: read,
})
/** The devnode has no L1 fees. */
const L1_PRICE = 0n
const baseFee = (c: MethodCall) => (c.state.arbos.get('baseFee') as bigint | undefined) ?? MIN_BASE_FEE
const minBaseFee = (c: MethodCall) => (c.state.arbos.get('minBaseFee') as bigint | undefined) ?? MIN_BASE_FEE

export const ArbSys: Precompile = {
  address: ARBOS_ADDRESSES.ArbSys,
  methods: {
    '051038f2': view('arbOSVersion', (c) => word(55 + c.evm.profile.arbos)),
    a3b1b31d: view('arbBlockNumber', (c) => word(c.evm.context.block.number)),
    d127f54a: view('arbChainID', (c) => word(c.evm.context.block.chainId)),
    '08bd624c': view('isTopLevelCall', (c) => word(c.caller === c.evm.context.origin ? 1 : 0)),
  },
}

export const ArbInfo: Precompile = {
  address: ARBOS_ADDRESSES.ArbInfo,
  methods: {
    f8b2cb4f: view(
      'getBalance',
      (c) => {
        c.burn(700n)
        return word(c.state.balance(c.address(0)))
      },
      1,
    ),
    '7e105ce2': view(
      'getCode',
      (c) => {
        c.burn(2600n)
        const code = c.state.code(c.address(0))
        const padding = new Uint8Array((32 - (code.length % 32)) % 32)
        return concatBytes(words(32, code.length), code, padding)
      },
      1,
    ),
  },
}

/** Prices of the dev chain. L1 gas is free unless the owner sets its price. */
export const ArbGasInfo: Precompile = {
  address: ARBOS_ADDRESSES.ArbGasInfo,
  methods: {
    '41b247a8': view('getPricesInWei', (c) => {
      c.burn(3n * READ)
      const [l1, l2, min] = [L1_PRICE, baseFee(c), minBaseFee(c)]
      const perL1Calldata = l1 * 16n
      return words(perL1Calldata * 140n, perL1Calldata, l2 * 20_000n, min, l2 - min, l2)
    }),
    f5d6ded7: view('getL1BaseFeeEstimate', (c) => {
      c.burn(READ)
      return word(L1_PRICE)
    }),
    c6f7de0e: view('getCurrentTxL1GasFees', () => word(0)),
    f918379a: view('getMinimumGasPrice', (c) => {
      c.burn(READ)
      return word(minBaseFee(c))
    }),
    '612af178': view('getGasAccountingParams', (c) => {
      c.burn(2n * READ)
      return words(7_000_000, MAX_COMPUTE_GAS, MAX_COMPUTE_GAS)
    }),
  },
}
