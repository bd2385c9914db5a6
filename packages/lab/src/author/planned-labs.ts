import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { measuredMinutes } from './class-times.ts'
import { loadClassTimes } from './class-times-file.ts'
import type { PlannedLab } from './schedule.ts'

/** Words a minute for prose that has to be thought about, as on the site. */
const PACE = 130

/**
 * Labs with the minutes of their lessons, as the site counts them (docs/.vitepress/reading-time.ts), and those of
 * classes where enough of them returned theirs.
 */
export function plannedLabs(ws: Workspace, manifests: LabManifest[]): PlannedLab[] {
  const times = loadClassTimes(ws)
  return manifests.map(({ number, title, minutes, lesson, tasks }) => {
    const path = join(ws.root, lesson)
    const reading = existsSync(path) ? minutesToRead(readFileSync(path, 'utf8')) : 0
    return {
      number,
      title,
      minutes: measuredMinutes(times, number) ?? minutes,
      reading,
      tasks: tasks.map(({ id, title, points }) => ({ id, title, points })),
    }
  })
}

function minutesToRead(markdown: string): number {
  const prose = markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(`{3,})[\s\S]*?^\1/gm, '')
    .replace(/^:::[\s\S]*?^:::$/gm, '')
    .replace(/^<script[\s\S]*?^<\/script>/gm, '')
    .replace(/^<Conditions>[\s\S]*?^<\/Conditions>/gm, '')
    .replace(/^(?:\||<<<).*$/gm, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
  return Math.max(1, Math.ceil((prose.match(/[A-Za-z0-9'’]+/g)?.length ?? 0) / PACE))
}
