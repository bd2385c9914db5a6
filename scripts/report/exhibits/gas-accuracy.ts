import * as Plot from '@observablehq/plot'
import type { ModelFigures } from '../../bench/inference/bench-model.ts'
import { colors, drawSvg, grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

interface Point {
  name: string
  accuracy: number
  gas: number
}

const SIZE = { width: 720, height: 460, marginLeft: 52, marginRight: 64, marginTop: 24, marginBottom: 44 }
const GAS: [number, number] = [5, 300]
/** The picture is of models at or above this accuracy, in percent. */
const SHOWN = 80

/** Kernel gas of every net and tree against its accuracy; each data set is a story of its own, so it is named. */
export function gasAccuracy(models: readonly ModelFigures[]): Exhibit {
  const points = models.flatMap(({ name, accuracy: one, accuracyMean, kernelInk, macs, brotliBytes }) => {
    const accuracy = accuracyMean ?? one
    if (accuracy === null) return []
    return [{ name, accuracy: accuracy * 100, gas: kernelInk / 10_000, macs, code: brotliBytes }]
  })
  const title = 'Accuracy and the gas of the kernel alone, by model'
  // A model whose best is far below the others', such as one that guesses a letter, would press all others together.
  const drawn = points.filter(({ accuracy }) => accuracy >= SHOWN)
  const below = points.filter((point) => !drawn.includes(point))
  const floor = Math.floor(Math.min(...drawn.map(({ accuracy }) => accuracy)))
  const share: [number, number] = [floor, 100.4]
  return {
    title,
    folded: true,
    svg: drawSvg(title, {
      ...SIZE,
      x: {
        type: 'log',
        label: 'kernel, gas a prediction (log)',
        ticks: [5, 10, 20, 50, 100, 200],
        domain: GAS,
        tickFormat: grouped,
      },
      y: { label: 'accuracy, %', domain: share },
      marks: [
        Plot.gridY({ stroke: colors.grid, strokeOpacity: 1 }),
        ...placed(drawn, share).map(({ dx, dy, textAnchor, ...point }) =>
          Plot.text([point], {
            x: 'gas',
            y: 'accuracy',
            text: ({ name }: Point) => labelOf(name),
            dx,
            dy,
            textAnchor,
            fill: colors.text,
            stroke: colors.paper,
            strokeWidth: 3,
          }),
        ),
        Plot.dot(drawn, { x: 'gas', y: 'accuracy', fill: colors.brand, r: 4.5 }),
      ],
    }),
    note: [
      'Names that begin with 8x8 or 14x14 are digit nets, by image and layers. Where several seeds were trained, accuracy is their mean.',
      ...below.map(
        ({ name, accuracy, gas }) =>
          `Below the picture: ${name}, ${accuracy.toFixed(1)} % for ${grouped(gas)} gas.`,
      ),
    ].join(' '),
    head: ['model', 'accuracy', 'kernel, gas', 'multiply-accumulates', 'code, bytes'],
    rows: points.map(({ name, accuracy, gas, macs, code }) => [
      name,
      `${accuracy.toFixed(2)} %`,
      gas.toFixed(1),
      macs > 0 ? grouped(macs) : 'none',
      grouped(code),
    ]),
  }
}

/** The digit nets are half of all: their images and layers tell them apart. */
const labelOf = (name: string) => name.replace(/^digits-/, '')

type Label = Point & { dx: number; dy: number; textAnchor: 'start' | 'end' }

/** Puts each label where it covers no dot and no label that stands already: right of its dot, left, then further away. */
function placed(points: readonly Point[], share: [number, number]): Label[] {
  const wide = SIZE.width - SIZE.marginLeft - SIZE.marginRight
  const high = SIZE.height - SIZE.marginTop - SIZE.marginBottom
  const x = ({ gas }: Point) => SIZE.marginLeft + (wide * Math.log(gas / GAS[0])) / Math.log(GAS[1] / GAS[0])
  const y = ({ accuracy }: Point) => SIZE.marginTop + (high * (share[1] - accuracy)) / (share[1] - share[0])
  type Box = [left: number, top: number, right: number, bottom: number]
  const taken: Box[] = points.map((point) => [x(point) - 5, y(point) - 5, x(point) + 5, y(point) + 5])
  const overlaps = (a: Box) => taken.some((b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3])
  return points
    .toSorted((a, b) => a.gas - b.gas)
    .map((point) => {
      const long = labelOf(point.name).length * 6.4
      const steps = [0, -13, 13, -26, 26, -39, 39, -52, 52]
      const tries = steps.flatMap((dy) =>
        (['start', 'end'] as const).map((textAnchor): [Label, Box] => {
          const dx = textAnchor === 'start' ? 9 : -9
          const left = textAnchor === 'start' ? x(point) + dx : x(point) + dx - long
          return [{ ...point, dx, dy, textAnchor }, [left, y(point) + dy - 7, left + long, y(point) + dy + 7]]
        }),
      )
      const inside = tries.filter(
        ([, box]) => box[0] > SIZE.marginLeft && box[2] < SIZE.width - 6 && box[1] > 4,
      )
      const [label, box] = inside.find(([, box]) => !overlaps(box)) ?? inside[0] ?? tries[0]!
      taken.push(box)
      return label
    })
}
