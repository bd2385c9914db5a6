import type { Hex } from 'viem'
import { median, profileOf } from '../../../packages/cli/src/index.ts'
import { type Model, predict, unpackInput } from '../../../packages/model/src/index.ts'
import { type LeftOut, TWIN_WORDS, type TwinForm, twinsOf } from './twins.ts'

/** One EVM form of a model. Gas and bytes. */
export interface TwinFigures {
  name: TwinForm
  what: string
  /** Bytes on chain, data contracts and parts included. */
  codeBytes: number
  deployGas: number
  /** The frame, as another contract pays it; contracts it calls or reads are cold. Worst of the rows. */
  callGas: number
  /** A whole transaction, median of the rows. */
  txGas: number
  gasPerMac: number | null
  /** Rows whose label was compared. */
  rows: number
}

/** Rows that a form is run on: the EVM here takes about a second for ten million gas. */
const ROWS: Record<TwinForm, number> = {
  solidity: 3,
  'solidity-unchecked': 3,
  'yul-loop': 6,
  'evm-packed': 100,
}

/**
 * Measures the EVM forms of a model.
 * @throws Error where a form gives another label than the reference
 */
export async function benchTwins(
  model: Model,
  macs: number,
  rows: readonly Hex[],
): Promise<{ figures: TwinFigures[]; leftOut: LeftOut[] }> {
  const figures: TwinFigures[] = []
  const { twins, leftOut } = await twinsOf(model)
  for (const twin of twins) {
    const call: number[] = []
    const tx: number[] = []
    const some = rows.slice(0, ROWS[twin.name])
    for (const row of some) {
      const { ok, returnData, frameGas, gasUsed } = await profileOf(twin.chain.client, twin.address, row)
      if (!ok && Number(gasUsed) > 31_000_000) {
        leftOut.push({ name: twin.name, why: 'needs more than the 32,000,000 gas of a transaction' })
        break
      }
      const want = predict(model, unpackInput(model, row)).label
      if (!ok || Number(returnData) !== want)
        throw new Error(
          `${model.name} as ${twin.name} answers ${returnData} for ${row}, the reference ${want}`,
        )
      call.push(frameGas)
      tx.push(Number(gasUsed))
    }
    if (tx.length === 0) continue
    figures.push({
      name: twin.name,
      what: TWIN_WORDS[twin.name],
      codeBytes: twin.codeBytes,
      deployGas: twin.deployGas,
      callGas: Math.max(...call),
      txGas: median(tx),
      gasPerMac: macs > 0 ? Number((Math.max(...call) / macs).toPrecision(3)) : null,
      rows: some.length,
    })
  }
  return { figures, leftOut }
}
