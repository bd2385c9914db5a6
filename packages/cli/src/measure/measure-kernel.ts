import type { DataContract } from '@inkling/model/compile'
import { decompressProgram } from '@inkling/wasm/brotli'
import type { Hex } from 'viem'
import { dryRun } from '../chain/dry-run.ts'
import { callMilliseconds, median, profileOf } from './profile.ts'

/** A contract answers something else than the model: its cost means nothing. */
export class BenchError extends Error {
  override name = 'BenchError'
}

/** What a program costs on the embedded devnode under production rules. Gas, ink (10,000 a gas), bytes. */
export interface KernelFigures {
  wasmBytes: number
  /** `EFF00000` and brotli: bytes on chain. */
  brotliBytes: number
  /** Contracts that its weights are in, and their bytes; absent without. */
  dataContracts?: number
  dataBytes?: number
  dataGas?: number
  deployGas: number
  activationGas: number
  dataFeeWei: string
  /** Execution with argument and result I/O, entry not included; the worst of all inputs. */
  kernelInk: number
  /** The same of the cheapest input: equal where the path does not depend on the input. */
  kernelInkMin: number
  /** `kernelInk` in gas, rounded up as the chain does. */
  kernelGas: number
  /** What another contract pays for the call's frame, entry included; worst. */
  callGasCached: number
  callGasUncached: number
  /** A whole transaction: base, calldata, entry, execution; the median of typical inputs. */
  txGasCached: number
  txGasUncached: number
  /** Of an eth_call on this machine, program compiled already. */
  msPerCall: number
  /** Inputs that were run, every answer compared. */
  inputs: number
}

export interface KernelJob {
  /** Contract code. */
  code: Uint8Array
  /** Contracts that its weights are in. */
  data?: readonly DataContract[]
  /** Calldata of each call. */
  inputs: readonly Hex[]
  /** Throws or says false where an answer is not the model's. */
  right(answer: Hex, index: number): boolean
  /** Calldata of typical transactions, for their median; left out, `inputs`. */
  typical?: readonly Hex[]
  arbos?: number
}

/**
 * Deploys, activates and calls a program, first uncached, then cached.
 *
 * @throws BenchError for a wrong answer; BuildError where the chain refuses the code.
 */
export async function measureKernel({
  code,
  data,
  inputs,
  right,
  typical = inputs,
  arbos = 51,
}: KernelJob): Promise<KernelFigures> {
  const { chain, client, address, ...costs } = await dryRun(code, arbos, data)
  const run = async () => {
    const ink: number[] = []
    const call: number[] = []
    const tx: number[] = []
    for (const [i, data] of inputs.entries()) {
      const profile = await profileOf(client, address, data)
      if (!profile.ok || profile.ink === null || !right(profile.returnData, i))
        throw new BenchError(
          `input ${i}: the program answers ${profile.ok ? profile.returnData : (profile.trap ?? 'with a revert')}, not what the model says`,
        )
      ink.push(profile.ink)
      call.push(profile.frameGas)
      if (typical === inputs) tx.push(Number(profile.gasUsed))
    }
    if (typical !== inputs)
      for (const data of typical) tx.push(Number((await profileOf(client, address, data)).gasUsed))
    return { ink, call, tx }
  }
  const uncached = await run()
  await chain.cache(address)
  const cached = await run()
  const kernelInk = Math.max(...cached.ink)
  return {
    wasmBytes: decompressProgram(code).length,
    brotliBytes: code.length,
    ...(data?.length && {
      dataContracts: data.length,
      dataBytes: data.reduce((n, contract) => n + contract.code.length, 0),
      dataGas: costs.dataGas,
    }),
    deployGas: costs.deployGas,
    activationGas: costs.activationGas,
    dataFeeWei: String(costs.dataFee),
    kernelInk,
    kernelInkMin: Math.min(...cached.ink),
    kernelGas: Math.ceil(kernelInk / 10_000),
    callGasCached: Math.max(...cached.call),
    callGasUncached: Math.max(...uncached.call),
    txGasCached: median(cached.tx),
    txGasUncached: median(uncached.tx),
    msPerCall: await callMilliseconds(client, address, inputs),
    inputs: inputs.length,
  }
}
