import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMasters } from '../../build/masters.ts'
import { walkFiles } from '../../build/walk.ts'
import { parseHints } from '../../hints.ts'
import { keptLines } from '../../regions/render.ts'
import type { LabManifest } from '../../types.ts'
import type { Workspace } from '../../workspace.ts'
import { sharedRun } from './overlap.ts'

const TODO = /TODO\((\d+\.\d+)\)/g

/**
 * Whether README, TODO lines, hints and lesson speak of the tasks that `lab.ts` has, with its titles and its
 * minutes.
 */
export function idProblems(ws: Workspace, manifest: LabManifest): string[] {
  const problems: string[] = []
  const dir = join(ws.labs, manifest.id)
  const tasks = manifest.answerFiles.length === 0 ? [] : manifest.tasks
  const known = new Set(manifest.tasks.map((task) => task.id))

  const readme = read(join(dir, 'README.md'))
  if (readme === undefined) problems.push('README.md is missing')
  else {
    if (!new RegExp(`\\b${manifest.minutes} minutes?\\b`).test(readme))
      problems.push(`README.md does not say ${manifest.minutes} minutes (npm run docs:data writes the line)`)
    if (!readme.includes(manifest.lesson))
      problems.push(`README.md has no link to the lesson ${manifest.lesson}`)
    for (const task of tasks) {
      const heading = new RegExp(`(?:\\*\\*|#+ )${task.id.replace('.', '\\.')} ([^*\\n]+)`).exec(readme)?.[1]
      if (heading === undefined)
        problems.push(`README.md does not describe task ${task.id} (**${task.id} …**)`)
      else if (heading.trim().toLowerCase() !== task.title.toLowerCase())
        problems.push(`README.md calls task ${task.id} '${heading.trim()}', lab.ts calls it '${task.title}'`)
    }
    for (const id of idsIn(readme, manifest.number))
      if (!known.has(id)) problems.push(`README.md speaks of task ${id}, which lab.ts does not have`)
  }

  const lesson = read(join(ws.root, manifest.lesson))
  if (lesson === undefined) problems.push(`${manifest.lesson} is missing`)
  else {
    if (!new RegExp(`^lab: ${manifest.number}$`, 'm').test(lesson))
      problems.push(`${manifest.lesson} has no line 'lab: ${manifest.number}'`)
    for (const task of tasks)
      if (!new RegExp(`(?<![\\d.])${task.id.replace('.', '\\.')}(?!\\d)`).test(lesson))
        problems.push(`${manifest.lesson} does not mention task ${task.id}`)
  }

  for (const [file, master] of readMasters(ws, manifest)) {
    for (const part of master.parts) {
      if (part.kind !== 'task') continue
      const named = [...part.stub.join('\n').matchAll(TODO)].map((match) => match[1])
      if (!named.includes(part.task))
        problems.push(`solutions/${manifest.id}/${file}: the stub of ${part.task} has no TODO(${part.task})`)
    }
  }
  for (const file of walkFiles(dir)) {
    if (!/\.(rs|ts|md)$/.test(file)) continue
    for (const match of (read(join(dir, file)) ?? '').matchAll(TODO))
      if (!known.has(match[1] as string))
        problems.push(`labs/${manifest.id}/${file} says TODO(${match[1]}), which is no task`)
  }
  return problems
}

/** Task ids of this lab in prose: `task 1.3`, `**1.3`, `lab:hint 1.3`. */
function idsIn(text: string, lab: number): string[] {
  const pattern = new RegExp(`(?:[Tt]ask |\\*\\*|lab:\\w+ |check |TODO\\()(${lab}\\.\\d+)\\b`, 'g')
  return [...text.matchAll(pattern)].map((match) => match[1] as string)
}

/** Hints: exactly three a task, none empty, none for other tasks, none with the answer in it. */
export function hintProblems(ws: Workspace, manifest: LabManifest): string[] {
  if (manifest.answerFiles.length === 0) return []
  const problems: string[] = []
  const text = read(join(ws.labs, manifest.id, 'hints.md'))
  if (text === undefined) return ['hints.md is missing']
  const hints = parseHints(text, `labs/${manifest.id}/hints.md`)
  for (const id of hints.keys())
    if (!manifest.tasks.some((task) => task.id === id)) problems.push(`hints.md: ${id} is no task`)
  for (const task of manifest.tasks) {
    const rungs = hints.get(task.id) ?? []
    if (rungs.length !== 3 || rungs.some((rung) => rung === ''))
      problems.push(`hints.md: task ${task.id} has ${rungs.length} rungs, three were expected, none empty`)
  }
  for (const [, master] of readMasters(ws, manifest)) {
    for (const part of master.parts) {
      if (part.kind !== 'task') continue
      for (const [i, rung] of (hints.get(part.task) ?? []).entries()) {
        const shared = sharedRun(keptLines(part.answer).join('\n'), rung)
        if (shared !== undefined)
          problems.push(`hints.md: rung ${i + 1} of ${part.task} gives the answer away: ${shared}`)
      }
    }
  }
  return problems
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined
}
