import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { root } from '../../bootstrap/paths.mjs'
import type { ModelFigures } from './bench-model.ts'
import type { PlaceFigures } from './places.ts'
import type { ScalingFigures } from './scaling.ts'

interface Data {
  models: readonly ModelFigures[]
  scaling: readonly ScalingFigures[]
  places: readonly PlaceFigures[]
}

/** Roles of the identity; the page's own variables where the picture stands in a page, with these behind them. */
const LIGHT = { text: '#1b1f3b', muted: '#5a5f7a', brand: '#2f3fb5', ink: '#a8420d', grid: '#e0ddd0' }
const DARK = { text: '#ecebe4', muted: '#a9acc6', brand: '#a3b0ff', ink: '#ffb27a', grid: '#2d3154' }
type Colors = typeof LIGHT

const FOLDER = join('docs', 'public', 'figures')
/** 10^from to 10^to. */
const decades = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i))
const grouped = (value: number) => value.toLocaleString('en-US')

/**
 * Draws the pictures of the reference page, light and dark, as SVG files. Labels stand at the marks, no legends; the
 * page has the table beside each.
 *
 * @returns the files, from the root
 */
export function drawFigures(data: Data): string[] {
  const pictures: [string, (colors: Colors, document: Document) => Element | undefined][] = [
    ['gas-accuracy', (colors, document) => gasAccuracy(data.models, colors, document)],
    ['gas-macs', (colors, document) => gasMacs(data.scaling, colors, document)],
    ['places', (colors, document) => places(data.places, colors, document)],
  ]
  mkdirSync(join(root, FOLDER), { recursive: true })
  return pictures.flatMap(([name, draw]) =>
    (
      [
        ['light', LIGHT],
        ['dark', DARK],
      ] as const
    ).flatMap(([mode, colors]) => {
      // Only the part of jsdom that this project names elsewhere has types here.
      const { document } = new JSDOM('').window as unknown as { document: Document }
      const drawn = draw(colors, document)
      if (!drawn) return []
      drawn.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
      const file = join(FOLDER, `${name}-${mode}.svg`)
      writeFileSync(join(root, file), `${drawn.outerHTML}\n`)
      return [file.replaceAll('\\', '/')]
    }),
  )
}

const base = (colors: Colors, document: Document) => ({
  document,
  width: 680,
  height: 380,
  marginLeft: 64,
  marginRight: 150,
  marginBottom: 44,
  // Plot gives every drawing a class of its own from this; the same name each time keeps the files the same.
  className: 'inkling-figure',
  style: {
    background: 'transparent',
    color: colors.muted,
    fontFamily: 'system-ui, sans-serif',
    fontSize: '12px',
  },
})

/** Kernel gas of every net and tree against its accuracy; each data set is a story of its own, so it is named. */
function gasAccuracy(
  models: readonly ModelFigures[],
  colors: Colors,
  document: Document,
): Element | undefined {
  const points = models.flatMap(({ name, accuracy, kernelInk }) =>
    accuracy === null ? [] : [{ name, accuracy: accuracy * 100, gas: kernelInk / 10_000 }],
  )
  if (points.length === 0) return undefined
  const labels = clearOfEachOther(points)
  return Plot.plot({
    ...base(colors, document),
    height: 440,
    marginRight: 170,
    x: {
      type: 'log',
      label: 'kernel, gas a prediction (log)',
      ticks: [5, 10, 20, 50, 100, 200],
      domain: [5, 250],
      tickFormat: grouped,
    },
    y: { label: 'accuracy, %', nice: true },
    marks: [
      Plot.gridY({ stroke: colors.grid, strokeOpacity: 1 }),
      Plot.dot(points, { x: 'gas', y: 'accuracy', fill: colors.brand, r: 4.5 }),
      ...labels.map(({ dy, ...point }) =>
        Plot.text([point], {
          x: 'gas',
          y: 'accuracy',
          text: 'name',
          dx: 9,
          dy,
          textAnchor: 'start',
          fill: colors.text,
        }),
      ),
    ],
  })
}

/** Moves a label down where one of a near point stands already. Heights are in percent points and pixels of this chart. */
function clearOfEachOther<T extends { gas: number; accuracy: number }>(
  points: readonly T[],
): (T & { dy: number })[] {
  const all = points.map(({ accuracy }) => accuracy)
  const pixels = 380 / Math.max(0.1, Math.max(...all) - Math.min(...all))
  const placed: (T & { dy: number })[] = []
  for (const point of [...points].sort((a, b) => b.accuracy - a.accuracy)) {
    const top = (other: { accuracy: number; dy: number }) => -other.accuracy * pixels + other.dy
    let dy = 0
    const near = placed.filter((other) => Math.abs(Math.log(other.gas / point.gas)) < 1.2)
    for (const other of near)
      if (Math.abs(top({ ...point, dy }) - top(other)) < 13) dy = top(other) + 13 + point.accuracy * pixels
    placed.push({ ...point, dy })
  }
  return placed
}

const FORM_WORDS: Record<string, string> = {
  code: 'Stylus, weights in code',
  'data-contracts': 'Stylus, data contracts',
  'evm-packed': 'EVM, 256-bit lanes',
  'yul-loop': 'Solidity, Yul loop',
}

/** Gas of a whole transaction, without its 21,000 base, against size. */
function gasMacs(
  scaling: readonly ScalingFigures[],
  colors: Colors,
  document: Document,
): Element | undefined {
  const points = scaling.flatMap(({ macs, points: forms }) =>
    forms.map(({ form, txGasCached }) => ({ macs, form, gas: txGasCached - 21_000 })),
  )
  if (points.length === 0) return undefined
  const ours = (form: string) => form === 'code' || form === 'data-contracts'
  const last = [...new Set(points.map(({ form }) => form))].map(
    (form) => points.filter((point) => point.form === form).sort((a, b) => b.macs - a.macs)[0]!,
  )
  const stroke = (point: { form: string }) => (ours(point.form) ? colors.brand : colors.muted)
  return Plot.plot({
    ...base(colors, document),
    x: {
      type: 'log',
      label: 'multiply-accumulates (log)',
      tickFormat: '~s',
      ticks: decades(3, 6),
      domain: [900, 1_200_000],
    },
    y: {
      type: 'log',
      label: 'transaction, cached, above its base of 21,000, gas (log)',
      tickFormat: '~s',
      ticks: decades(3, 7),
    },
    marks: [
      Plot.gridY({ ticks: decades(3, 7), stroke: colors.grid, strokeOpacity: 1 }),
      Plot.line(points, { x: 'macs', y: 'gas', z: 'form', stroke, strokeWidth: 2 }),
      Plot.dot(points, { x: 'macs', y: 'gas', fill: stroke, r: 3.5 }),
      Plot.text(last, {
        x: 'macs',
        y: 'gas',
        text: (point: { form: string }) => FORM_WORDS[point.form] ?? point.form,
        dx: 8,
        textAnchor: 'start',
        fill: stroke,
      }),
    ],
  })
}

/** Gas a byte of weights, by where they are. */
function places(figures: readonly PlaceFigures[], colors: Colors, document: Document): Element | undefined {
  if (figures.length === 0) return undefined
  const order = figures.map(({ place }) => place)
  return Plot.plot({
    ...base(colors, document),
    marginLeft: 110,
    height: 260,
    x: {
      type: 'log',
      label: 'gas a byte of weights and transaction (log); dot: cached, line to: not cached',
      tickFormat: '~r',
      ticks: decades(-2, 2),
      domain: [0.003, 150],
    },
    y: { type: 'band', domain: order, label: null },
    marks: [
      Plot.gridX({ ticks: decades(-2, 2), stroke: colors.grid, strokeOpacity: 1 }),
      Plot.ruleY(figures, {
        y: 'place',
        x1: 'perByteCached',
        x2: 'perByteUncached',
        stroke: colors.ink,
        strokeWidth: 4,
      }),
      Plot.dot(figures, { x: 'perByteCached', y: 'place', fill: colors.ink, r: 6 }),
      Plot.text(figures, {
        x: 'perByteUncached',
        y: 'place',
        text: (figure: PlaceFigures) => String(figure.perByteCached),
        dx: 12,
        textAnchor: 'start',
        fill: colors.text,
      }),
    ],
  })
}
