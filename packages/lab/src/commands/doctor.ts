import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { EXIT } from '../errors.ts'
import { paint, wrap } from '../output/style.ts'
import type { CommandContext } from './context.ts'

interface Finding {
  name: string
  status: 'ok' | 'missing' | 'warn'
  version?: string
  detail: string
  remedy?: string
}

/** `lab doctor [--fix]`: each tool, its version, the road to wasm32, and the remedy for what is missing. Exit 3 when something is. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, style } = context
  const inRoot = join(ws.root, 'scripts', 'toolchain', 'index.mjs')
  const own = fileURLToPath(new URL('../../../../scripts/toolchain/index.mjs', import.meta.url))
  const { doctor } = (await import(pathToFileURL(existsSync(inRoot) ? inRoot : own).href)) as {
    doctor(options: { fix?: boolean }): Promise<Finding[]>
  }
  if (!args.flags.json) out('Looking at this machine ...')
  const findings = await doctor({ fix: args.flags.fix })
  const missing = findings.filter((finding) => finding.status === 'missing').length
  if (args.flags.json) {
    out(JSON.stringify({ schema: 'lab-doctor/1', ready: missing === 0, findings }, null, 2))
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
