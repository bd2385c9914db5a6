import { type DataPricer, dataFee, FRESH_DATA_PRICER } from '@inkling/wasm'
import { type MethodCall, READ, WRITE, WRITE_ZERO } from './precompiles/types.ts'

/** Asks the chain's pricer for the fee of `asm` bytes of native code, wei, and moves it on, burning what that costs. */
export function dataFeeOf(c: MethodCall, asm: number): bigint {
  const { arbos } = c.state
  const before = (arbos.get('dataPricer') as DataPricer | undefined) ?? FRESH_DATA_PRICER
  const { fee, pricer } = dataFee(before, asm, Number(c.evm.context.block.timestamp))
  c.burn(5n * READ)
  c.burn(pricer.demand === 0 ? WRITE_ZERO : WRITE)
  c.burn(WRITE)
  c.state.set(arbos, 'dataPricer', pricer)
  return fee
}
