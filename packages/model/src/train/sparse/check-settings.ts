import { TrainingError } from '../errors.ts'
import { blockCounts, type SparseSettings } from './settings.ts'

/** @throws TrainingError naming the first setting that is out of range, with the range. */
export function checkSettings(inputs: number, outputs: number, rows: number, settings: SparseSettings): void {
  const [all1, all2] = blockCounts(inputs, outputs, settings)
  const { blocks, weightMax } = settings
  const whole: [string, number, number, number][] = [
    ['hidden', settings.hidden, 1, 4096],
    ['positions', settings.positions ?? 1, 1, 4096],
    ['group', settings.group, 1, 64],
    ['blocks of layer 1', blocks[0], 1, all1],
    ['blocks of layer 2', blocks[1], 1, all2],
    ['inputMax', settings.inputMax, 1, 255],
    ['weightMax of layer 1', weightMax[0], 1, 127],
    ['weightMax of layer 2', weightMax[1], 1, 127],
    ['shift', settings.shift, 1, 16],
    ['hiddenMax', settings.hiddenMax, 1, 255],
    ['laneBits', settings.laneBits, settings.shift + 2, 24],
    ['steps', settings.steps, 1, 1e7],
    ['batch', settings.batch, 1, rows],
  ]
  for (const [name, value, low, high] of whole)
    if (!Number.isInteger(value) || value < low || value > high)
      throw new TrainingError(`${name} is ${value}, expected a whole number from ${low} to ${high}`)
  if (!(settings.rate > 0 && Number.isFinite(settings.rate)))
    throw new TrainingError(`rate is ${settings.rate}, expected a number above 0`)
  if (!(settings.smoothing >= 0 && settings.smoothing < 1))
    throw new TrainingError(`smoothing is ${settings.smoothing}, expected 0 to below 1`)
}
