import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeFunctionData, type Hex, hexToBytes } from 'viem'
import { buildContract } from '../../../packages/lab/src/build/artefact.ts'
import { contractDir } from '../../../packages/lab/src/build/cargo.ts'
import { contractInputsHash } from '../../../packages/lab/src/build/inputs.ts'
import { prepareProgram } from '../../../packages/lab/src/build/program.ts'
import { callContract } from '../../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../../packages/lab/src/engine/deploy.ts'
import { openEngine } from '../../../packages/lab/src/engine/open.ts'
import { sendTransaction, signers } from '../../../packages/lab/src/engine/send.ts'
import { labAbi } from '../../../packages/lab/src/grade/session.ts'
import { type Workspace, workspace } from '../../../packages/lab/src/workspace.ts'
import type { Overlay } from '../../test-steps/overlays.ts'
import { buildWithLines } from './build-with-lines.ts'
import { profileLines } from './line-ink.ts'
import { findLines, regionLines } from './region.ts'
import { SmallHost } from './small-host.ts'
import { WANTED, type WantedLab } from './wanted.ts'

const arbos = 51

/** Code as a page shows it, and what its lines took in one call. */
export interface InkBlock {
  /** `core/src/v1.rs#task-6-1` */
  from: string
  /** The call, in words. */
  call: string
  /** Ink of all instructions of the call. */
  total: number
  /** Each line without its indentation, and its ink; 0 where none was counted for it. */
  lines: [text: string, ink: number][]
}

export interface LineInkLab {
  lab: string
  /** SHA-256 over what the contract is built from. */
  inputs: string
  blocks: InkBlock[]
}

/**
 * What the lines of the lessons' Rust take, lab by lab.
 *
 * @param last figures of an earlier run: a lab is not measured again while its sources are the same
 */
export async function lineInk(
  labs: readonly Overlay[],
  last: readonly LineInkLab[],
  detail: (text: string) => void,
): Promise<LineInkLab[]> {
  const found: LineInkLab[] = []
  for (const wanted of WANTED) {
    const lab = labs.find(({ manifest }) => manifest.id === wanted.lab)
    if (!lab) continue
    const inputs = contractInputsHash(contractDir(lab.dir))
    const before = last.find((one) => one.lab === wanted.lab)
    if (before?.inputs === inputs && sameBlocks(before, wanted, lab)) {
      found.push(before)
      continue
    }
    detail(`ink of each line: ${wanted.lab}`)
    found.push({ lab: wanted.lab, inputs, blocks: await measure(lab, wanted) })
  }
  return found
}

function sameBlocks(before: LineInkLab, wanted: WantedLab, { dir }: Overlay): boolean {
  const now = wanted.calls(dir).flatMap(({ words, blocks }) => blocks.map((from) => `${words} ${from}`))
  return now.join('\n') === before.blocks.map(({ call, from }) => `${call} ${from}`).join('\n')
}

async function measure(lab: Overlay, wanted: WantedLab): Promise<InkBlock[]> {
  const ws = workspace()
  const run = profileLines(await buildWithLines(ws, lab, wanted.build), (file) =>
    /^(core\/)?src\//.test(file),
  )
  const open = await openEngine({ kind: 'embedded' })
  try {
    const { path } = await buildContract(ws, lab.manifest, lab.dir, wanted.build)
    const program = await prepareProgram(new Uint8Array(readFileSync(path)), arbos)
    const address = await deployCode(open, program.code)
    const activation = await activate(open, address)
    const abi = labAbi(lab.manifest, wanted.build)
    const contract = { ...program, address, activation, abi, build: wanted.build }
    const sender = signers()[0]!.address
    const host = new SmallHost(hexToBytes(sender), hexToBytes(address))
    const encode = (functionName: string, args: readonly unknown[]) =>
      hexToBytes(encodeFunctionData({ abi, functionName, args: args as never }) as Hex)
    const blocks: InkBlock[] = []
    for (const { words, fn, args, before = [], blocks: shown } of wanted.calls(lab.dir)) {
      for (const step of before) {
        const own = step.args.map((arg) => (arg === 'CONTRACT' ? address : arg))
        await sendTransaction(open, contract, step.fn, own, {})
        run(host, encode(step.fn, own))
      }
      const { total, lines } = run(host, encode(fn, args))
      const { profile } = await callContract(open, contract, fn, args, { from: sender, profile: true })
      if (profile?.instructions !== total)
        throw new Error(
          `${lab.manifest.id}, ${fn}: the lines add up to ${total} ink, the devnode counts ${profile?.instructions}`,
        )
      for (const from of shown) {
        const [file, region] = from.split('#') as [string, string]
        const block = regionLines(master(ws, wanted.lab, file), region)
        const first = findLines(readFileSync(join(contractDir(lab.dir), file), 'utf8'), block)
        blocks.push({
          from,
          call: words,
          total,
          lines: block.map((text, i) => [text, lines.get(`${file}:${first + i}`) ?? 0]),
        })
      }
    }
    return blocks
  } finally {
    await open.close()
  }
}

/** What a page imports: the master of an answer, or the lab's own file. */
function master(ws: Workspace, lab: string, file: string): string {
  const answer = join(ws.solutions, lab, 'contract', file)
  return readFileSync(existsSync(answer) ? answer : join(ws.labs, lab, 'contract', file), 'utf8')
}
