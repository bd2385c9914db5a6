import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where things are in one clone. All paths are absolute. */
export interface Workspace {
  root: string
  labs: string
  solutions: string
  /** Overlays, cargo's target folder and built artefacts; git-ignored, may be deleted at any time. */
  work: string
  /** Progress, backups and the last output of this learner; git-ignored, never deleted by us. */
  state: string
}

/** The clone this file is part of, or `LAB_ROOT` (used by tests that need a small world of their own). */
export function workspace(
  root: string = process.env.LAB_ROOT ?? fileURLToPath(new URL('../../..', import.meta.url)),
): Workspace {
  const base = resolve(root)
  return {
    root: base,
    labs: join(base, 'labs'),
    solutions: join(base, 'solutions'),
    work: join(base, '.work'),
    state: join(base, '.lab'),
  }
}

/** A path as it is shown to people: from the repository root, with forward slashes. */
export function shown(ws: Workspace, path: string): string {
  const base = ws.root + sep
  return (path.startsWith(base) ? path.slice(base.length) : path).split(sep).join('/')
}

/** Removes the place of the clone from a text, so that a report carries no path of this machine. */
export function withoutRoot(ws: Workspace, text: string): string {
  return text
    .split(`file://${ws.root}${sep}`)
    .join('')
    .split(ws.root + sep)
    .join('')
    .split(ws.root)
    .join('.')
}
