import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { EXIT } from '../errors.ts'
import { labFolders } from '../labs.ts'
import { paint, wrap } from '../output/style.ts'
import type { Workspace } from '../workspace.ts'
import type { CommandContext } from './context.ts'
import { WARM_FILE } from './warm.ts'

interface Finding {
  name: string
  status: 'ok' | 'missing' | 'warn'
  version?: string
  detail: string
  remedy?: string
}

/** One line for the chat of a class: versions and what is wrong; no names, no paths, nothing that tells machines apart. */
function classLine(ws: Workspace, findings: Finding[]): string {
  const of = (name: string) => findings.find((finding) => finding.name === name)
  const missing = findings.filter((finding) => finding.status === 'missing').map((finding) => finding.name)
  const warned = findings.filter((finding) => finding.status === 'warn').map((finding) => finding.name)
  const rust = findings.find((finding) => /wasm|rust road|^rust$/.test(finding.name))
  const free = /^[\d.]+ \w+/.exec(of('disk')?.detail ?? '')?.[0]
  let warm = 'cold'
  try {
    const labs = (JSON.parse(readFileSync(join(ws.work, WARM_FILE), 'utf8')) as { labs: string[] }).labs
      .length
    warm = `warm ${labs} of ${labFolders(ws).length}`
  } catch {
    // never warmed
  }
  return [
    `inkling ${missing.length === 0 ? 'READY' : `NOT READY: ${missing.join(', ')}`}`,
    `${process.platform} ${process.arch}`,
    `node ${process.versions.node}`,
    `rust ${rust?.version ?? (rust?.status === 'ok' ? 'ok' : 'missing')}`,
    warm,
    ...(free === undefined ? [] : [`${free} free`]),
    ...(warned.length === 0 ? [] : [`warn: ${warned.join(', ')}`]),
  ].join(' | ')
}

/** `lab doctor [--fix] [--class]`: each tool, its version, the road to wasm32, and the remedy for what is missing. Exit 3 when something is. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, style } = context
  const inRoot = join(ws.root, 'scripts', 'toolchain', 'index.mjs')
  const own = fileURLToPath(new URL('../../../../scripts/toolchain/index.mjs', import.meta.url))
  const { doctor } = (await import(pathToFileURL(existsSync(inRoot) ? inRoot : own).href)) as {
    doctor(options: { fix?: boolean }): Promise<Finding[]>
  }
  if (!args.flags.json && !args.flags.class) out('Looking at this machine ...')
  const findings = await doctor({ fix: args.flags.fix })
  const missing = findings.filter((finding) => finding.status === 'missing').length
  if (args.flags.json) {
    out(JSON.stringify({ schema: 'lab-doctor/1', ready: missing === 0, findings }, null, 2))
    return missing === 0 ? EXIT.pass : EXIT.environment
  }
  if (args.flags.class) {
    out(classLine(ws, findings))
    return missing === 0 ? EXIT.pass : EXIT.environment
  }
  const words = { ok: 'OK', warn: 'WARN', missing: 'MISSING' } as const
  const colours = { ok: 'green', warn: 'yellow', missing: 'red' } as const
  for (const finding of findings) {
    const word = words[finding.status].padEnd(8)
    const name = `${finding.name}${finding.version === undefined ? '' : ` ${finding.version}`}`
    const lines = wrap(`${name.padEnd(24)}${finding.detail}`, style.width, 8)
    out(paint(style, colours[finding.status], word) + (lines[0] as string).slice(8))
    for (const line of lines.slice(1)) out(line)
    if (finding.status !== 'ok' && finding.remedy !== undefined) {
      for (const [index, text] of finding.remedy.split('\n').entries())
        out(`        ${index === 0 ? 'next: ' : '      '}${text}`)
    }
  }
  const warnings = findings.filter((finding) => finding.status === 'warn').length
  const also = warnings === 0 ? '' : ` ${warnings} to know about, marked WARN.`
  out(missing === 0 ? `Ready.${also}` : `${missing} missing.${also}`)
  return missing === 0 ? EXIT.pass : EXIT.environment
}
