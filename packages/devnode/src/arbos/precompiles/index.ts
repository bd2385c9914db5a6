import { ArbDebug } from './arbDebug.ts'
import { ArbOwner, ArbOwnerPublic } from './arbOwner.ts'
import { ArbWasm } from './arbWasm.ts'
import { ArbWasmCache } from './arbWasmCache.ts'
import { ArbGasInfo, ArbInfo, ArbSys } from './chainInfo.ts'
import { type PrecompileSet, precompileSet } from './dispatch.ts'

/** The ArbOS precompiles of a chain. `debug`: ArbDebug exists on dev chains only. */
export function arbosPrecompiles(arbos: number, debug: boolean): PrecompileSet {
  const all = [ArbSys, ArbInfo, ArbOwnerPublic, ArbGasInfo, ArbOwner, ArbWasm, ArbWasmCache]
  return precompileSet(debug ? [...all, ArbDebug] : all, arbos)
}
