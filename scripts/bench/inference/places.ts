import { type Address, concatHex, type Hex, toHex } from 'viem'
import { type DryChain, dryChain, profileOf } from '../../../packages/cli/src/index.ts'
import { deployInitCode } from '../../../packages/lab/src/chain.ts'
import { compileModel } from '../../../packages/model/src/compile/index.ts'
import { packInput, predict, rng } from '../../../packages/model/src/index.ts'
import { compress } from '../../../packages/wasm/src/brotli.ts'
import { entryCost, inspect } from '../../../packages/wasm/src/index.ts'
import { DATA_ROOM, type LoopPlace, loopKernel, type PiecePlace, pieces } from './loop-kernel.ts'
import { denseViews } from './net-view.ts'
import { syntheticNet } from './synthetic-net.ts'

/** What it costs to have weights in a place. Gas a byte and transaction, loading included, multiplying not. */
export interface PlaceFigures {
  place: string
  remark: string
  weightBytes: number
  perByteCached: number
  perByteUncached: number
  /** Whole transactions of the same net, multiplying included. */
  txGasCached: number
  txGasUncached: number
}

const REMARKS: Record<string, string> = {
  code: 'immediates in straight-line code: entry alone, the multiplications use them where they stand',
  'const-stores': 'constants that the code stores into memory first',
  data: 'a wasm data segment, which is what a Rust static becomes',
  'data-contracts': 'the code of another contract, read with account_code; cold',
  calldata: 'sent along with every transaction',
  storage: "the contract's own slots; cold",
}

/** Weights of one net in every place. Every kernel has to give the reference's labels. */
export async function benchPlaces(detail: (text: string) => void): Promise<PlaceFigures[]> {
  const model = syntheticNet(64, 72)
  const layers = denseViews(model)!
  const random = rng(3)
  const rows = Array.from({ length: 5 }, () => Array.from({ length: 64 }, () => Math.floor(random() * 256)))
  const bytes = layers.flatMap((layer) => pieces(layer, 1e9).map((piece) => piece.bytes))
  const weights = toHex(Uint8Array.from(bytes.flatMap((piece) => [...piece])))

  const measure = async (place: LoopPlace | 'code') => {
    detail(place)
    const chain = await dryChain()
    const contracts =
      place === 'data-contracts'
        ? await dataContracts(
            chain,
            layers.flatMap((layer) => pieces(layer, DATA_ROOM)),
          )
        : []
    const kernel =
      place === 'code'
        ? { wasm: compileModel(model, { build: 'label' }).wasm, weightBytes: (weights.length - 2) / 2 }
        : await loopKernel(layers, place, contracts)
    const { address } = await chain.send(deployInitCode(compress(kernel.wasm)))
    await chain.activate(address)
    if (place === 'storage') await fillStorage(chain, address, weights)
    const run = async () => {
      let [frame, tx] = [0, 0]
      for (const row of rows) {
        const packed = packInput(model, row)
        const data = place === 'calldata' ? concatHex([packed, weights]) : packed
        const profile = await profileOf(chain.client, address, data)
        if (!profile.ok || (place !== 'nowhere' && Number(profile.returnData) !== predict(model, row).label))
          throw new Error(
            `weights in ${place}: the kernel answers ${profile.returnData}, not the reference's label`,
          )
        frame = Math.max(frame, profile.frameGas)
        tx = Math.max(tx, Number(profile.gasUsed))
      }
      return { frame, tx }
    }
    const uncached = await run()
    await chain.cache(address)
    return { kernel, uncached, cached: await run() }
  }

  const nothing = await measure('nowhere')
  const figures: PlaceFigures[] = []
  for (const place of ['code', 'const-stores', 'data', 'data-contracts', 'calldata', 'storage'] as const) {
    const { kernel, cached, uncached } = await measure(place)
    // Straight-line code multiplies in another way than the loops: only what entering it costs more can be compared.
    const more = (which: 'cached' | 'uncached') => {
      if (place !== 'code')
        return (
          (which === 'cached' ? cached : uncached).tx -
          (which === 'cached' ? nothing.cached : nothing.uncached).tx
        )
      const entry = (wasm: Uint8Array) =>
        entryCost(inspect(wasm, { arbos: 51, debug: false }), { cached: which === 'cached' }).total
      return entry(kernel.wasm) - entry(nothing.kernel.wasm)
    }
    figures.push({
      place,
      remark: REMARKS[place]!,
      weightBytes: kernel.weightBytes,
      perByteCached: Number((more('cached') / kernel.weightBytes).toPrecision(3)),
      perByteUncached: Number((more('uncached') / kernel.weightBytes).toPrecision(3)),
      txGasCached: cached.tx,
      txGasUncached: uncached.tx,
    })
  }
  return figures
}

/** Deploys pieces, as many as fit in one contract after another. A contract's code is a STOP and their bytes. */
async function dataContracts(chain: DryChain, all: readonly { bytes: Uint8Array }[]): Promise<PiecePlace[]> {
  const groups: { bytes: number[]; offsets: number[] }[] = []
  for (const { bytes } of all) {
    const last = groups.at(-1)
    if (last && last.bytes.length + bytes.length <= DATA_ROOM + 1) {
      last.offsets.push(last.bytes.length)
      last.bytes.push(...bytes)
    } else groups.push({ bytes: [0, ...bytes], offsets: [1] })
  }
  const places: PiecePlace[] = []
  for (const { bytes, offsets } of groups) {
    const { address } = await chain.send(deployInitCode(Uint8Array.from(bytes)))
    const raw = Uint8Array.from(Buffer.from(address.slice(2), 'hex'))
    for (const offset of offsets) places.push({ address: raw, offset })
  }
  return places
}

/** Slot k holds bytes 32k to 32k + 31. Written from outside: how they got there costs nothing here. */
async function fillStorage(chain: DryChain, address: Address, weights: Hex): Promise<void> {
  const digits = weights.slice(2)
  for (let slot = 0; slot * 64 < digits.length; slot++) {
    const value = digits.slice(slot * 64, slot * 64 + 64).padEnd(64, '0')
    await chain.client.request({
      method: 'anvil_setStorageAt',
      params: [address, `0x${slot.toString(16).padStart(64, '0')}`, `0x${value}`],
    } as never)
  }
}
