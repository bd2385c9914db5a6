import { readFileSync } from 'node:fs'

/** What a model is asked to reach: at most so much gas, at least so much accuracy. */
interface Target {
  /** Regular expression of model names. */
  model: string
  kernel: string
  kernelGas?: number
  callGasCached?: number
  accuracy?: number
}

export interface Verdict {
  kernel: string
  what: 'kernelGas' | 'callGasCached' | 'accuracy'
  target: number
  measured: number
  met: boolean
  /** Percent of the target that is left, or that is missing. */
  byPercent: number
}

const TARGETS = JSON.parse(readFileSync(new URL('targets.json', import.meta.url), 'utf8')) as Target[]

/** What a verdict needs of a model's figures. */
export interface Judged {
  name: string
  accuracy: number | null
  accuracyMean?: number
  seeds?: number
  kernels: readonly { name: string; kernelGas: number; callGasCached: number }[]
}

/**
 * Holds a model's figures against its targets; kernels that weren't measured have no verdict. Accuracy is the mean
 * where at least three seeds were trained, as the targets ask.
 */
export function verdicts({ name, accuracy: one, accuracyMean, seeds = 1, kernels }: Judged): Verdict[] {
  const found: Verdict[] = []
  const accuracy = seeds >= 3 ? (accuracyMean ?? one) : one
  for (const target of TARGETS.filter(({ model }) => new RegExp(model).test(name))) {
    const kernel = kernels.find((candidate) => candidate.name === target.kernel)
    if (!kernel) continue
    const add = (
      what: Verdict['what'],
      wanted: number | undefined,
      measured: number | null,
      atMost: boolean,
    ) => {
      if (wanted === undefined || measured === null) return
      const met = atMost ? measured <= wanted : measured >= wanted
      const percent = (Math.abs(measured - wanted) / wanted) * 100
      const byPercent = Number(percent < 1 ? percent.toPrecision(2) : percent.toFixed(1))
      found.push({ kernel: target.kernel, what, target: wanted, measured, met, byPercent })
    }
    add('kernelGas', target.kernelGas, kernel.kernelGas, true)
    add('callGasCached', target.callGasCached, kernel.callGasCached, true)
    add('accuracy', target.accuracy, accuracy, false)
  }
  return found
}

/** `kernel 35 gas, met by 2.8 %` */
export function verdictWords({ kernel, what, target, measured, met, byPercent }: Verdict): string {
  const of = { kernelGas: 'kernel gas', callGasCached: 'call gas, cached', accuracy: 'accuracy' }[what]
  const shown = what === 'accuracy' ? measured.toFixed(4) : String(measured)
  return `${kernel}: ${of} ${shown}, target ${target}: ${met ? 'met' : 'short'} by ${byPercent} %`
}
