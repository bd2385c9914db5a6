import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'

/** Roles of the identity, as the page's own variables: one picture serves light and dark. */
export const colors = {
  text: 'var(--vp-c-text-1)',
  muted: 'var(--vp-c-text-2)',
  brand: 'var(--vp-c-brand-1)',
  ink: 'var(--c-ink)',
  grid: 'var(--vp-c-divider)',
  paper: 'var(--vp-c-bg)',
} as const

/** 10^from to 10^to. */
export const decades = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i))

export const grouped = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 })

const defaults = {
  width: 720,
  height: 380,
  marginLeft: 64,
  marginRight: 150,
  marginBottom: 44,
  // Plot names a drawing's class from what is in it; one name for all, which the page's styles know.
  className: 'plot',
}

/**
 * One picture as SVG text for a page. Its style element is left out, because a page's template may not have one: the
 * site's styles have `.plot` instead.
 *
 * @param label what a screen reader says in place of the picture
 */
export function drawSvg(label: string, options: Plot.PlotOptions): string {
  // Only the part of jsdom that this project names elsewhere has types here.
  const { document } = new JSDOM('').window as unknown as { document: Document }
  const svg = Plot.plot({ ...defaults, ...options, document })
  svg.querySelector('style')?.remove()
  // Plot names groups that have no role; the picture has one name, and the table has the figures.
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  return svg.outerHTML.replaceAll(/\s*\n\s*/g, ' ')
}
