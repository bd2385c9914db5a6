import { integer } from '../../docs/blocks.ts'
import type { ModelFigures } from './bench-model.ts'
import { verdictWords } from './targets.ts'

/** A model's figures for the terminal. */
export function* modelLines(figures: ModelFigures): Generator<string> {
  const { name, kind, accuracy, accuracyOf, macs, kernels, twins } = figures
  const share = accuracy === null ? '' : `, ${(accuracy * 100).toFixed(2)} % on ${accuracyOf}`
  yield `${name}   ${kind}, ${integer(macs)} macs${share}`
  const head = [
    '',
    'ink',
    'ink/mac',
    'kernel',
    'call',
    'uncached',
    'tx',
    'uncached',
    'bytes',
    'activation',
    'ms',
  ]
  const rows = kernels.map((k) => [
    k.name,
    integer(k.kernelInk),
    macs > 0 ? (k.kernelInk / macs).toFixed(1) : '',
    integer(k.kernelGas),
    integer(k.callGasCached),
    integer(k.callGasUncached),
    integer(k.txGasCached),
    integer(k.txGasUncached),
    integer(k.brotliBytes),
    integer(k.activationGas),
    String(k.msPerCall),
  ])
  const evm = twins.map((t) => [
    t.name,
    '',
    t.gasPerMac === null ? '' : `${t.gasPerMac} gas`,
    '',
    integer(t.callGas),
    '',
    integer(t.txGas),
    '',
    integer(t.codeBytes),
    '',
    '',
  ])
  const all = [head, ...rows, ...evm]
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]!.length)))
  for (const row of all)
    yield `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[i]!))).join('  ')}`
  for (const verdict of figures.verdicts) yield `  ${verdictWords(verdict)}`
}
