import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { plannedLabs } from '../../packages/lab/src/author/planned-labs.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import type { TwinFigures } from '../bench/compare-twins.ts'
import { type Environment, environment } from '../bench/environment.ts'
import { root } from '../bootstrap/paths.mjs'
import { reportOutputs } from '../report/outputs.ts'
import { overlays } from '../test-steps/overlays.ts'
import { rustToolchain, ToolchainError } from '../toolchain/index.mjs'
import { commonWriters, type DevnodeBench, labWriters } from './block-writers.ts'
import { fillBlocks } from './blocks.ts'
import { csvToContract } from './csv-to-contract.ts'
import { fixedPointFigures } from './fixed-point-figures.ts'
import { forestFigures } from './forest-figures.ts'
import { golfFigures } from './golf-figures.ts'
import { collectGuides } from './guides/collect.ts'
import { inklingBlocks } from './inkling-blocks.ts'
import { int8Figures } from './int8-figures.ts'
import { labsData } from './labs-data.ts'
import { type LessonFigures, lessonFigures } from './lesson-figures.ts'
import { lineInk } from './line-ink/measure.ts'
import { lineInkOutput, storedLineInk } from './line-ink/output.ts'
import { mindFigures } from './mind-figures.ts'
import { networkFigures, type StoredFigures } from './network-figures.ts'
import { type Output, read } from './outputs.ts'
import { proofBlocks } from './proof-blocks.ts'
import { registryFigures } from './registry-figures.ts'
import { secretDigitFigures } from './secret-digit-figures.ts'
import { settle } from './settle.ts'

const arbos = 51
const labsFile = 'docs/data/labs.json'
const lessonsFile = 'docs/data/lessons.json'

interface Stored {
  environment: Environment
  figures: LessonFigures
}

/**
 * Everything that `npm run docs:data` writes, as it should be now.
 *
 * @returns `note`: what could not be measured here, and what was compared instead
 * @throws Error when figures are missing that can't be measured here
 */
export async function collect(options: {
  check: boolean
  detail: (text: string) => void
}): Promise<{ outputs: Output[]; note?: string }> {
  const labs = await overlays('solution')
  const stored = parsed<Stored>(lessonsFile)
  const reason = options.check ? await whyNotMeasured(stored) : undefined
  let lessons: LessonFigures
  let note: string | undefined
  if (reason !== undefined && stored) {
    const changed = labs.filter(
      ({ dir, manifest }) => contractInputsHash(join(dir, 'contract')) !== inputsOf(stored, manifest.number),
    )
    if (changed.length > 0)
      throw new Error(
        `${reason}, and the sources of ${changed.map((lab) => lab.manifest.id).join(', ')} are not those that ${lessonsFile} was measured on`,
      )
    note = `not measured: ${reason}; the contracts' figures were not measured again; their sources are the same`
    lessons = stored.figures
  } else {
    lessons = await lessonFigures(labs, arbos, stored?.figures, options.detail)
  }
  const data = labsData(labs.map(({ manifest }) => manifest))
  const twins = parsed<{ figures: { solidityTwin: { contracts: TwinFigures[] } } }>(
    'docs/data/bench-lab.json',
  )
  if (!twins) throw new Error('docs/data/bench-lab.json is missing: npm run bench:lab writes it')
  const devnode = parsed<DevnodeBench>('docs/data/bench-devnode.json')
  if (!devnode) throw new Error('docs/data/bench-devnode.json is missing: npm run bench:devnode writes it')
  const common = commonWriters({
    labs: data,
    lessons,
    twins: twins.figures.solidityTwin.contracts,
    devnode,
    npmTwins: npmTwins(),
    planned: plannedLabs(
      workspace(),
      labs.map(({ manifest }) => manifest),
    ),
  })
  const env = reason !== undefined && stored ? stored.environment : await environment(arbos)
  const lab2 = labs.find(({ manifest }) => manifest.number === 2)
  const ownFiles: Output[] = []
  if (reason === undefined && lab2) {
    const figures = await forestFigures(lab2, options.detail)
    ownFiles.push(json('docs/data/lab2.json', { environment: env, figures }))
  }
  const lab3 = labs.find(({ manifest }) => manifest.number === 3)
  if (reason === undefined && lab3) {
    const figures = await fixedPointFigures(lab3, options.detail)
    ownFiles.push(json('docs/data/lab3.json', { environment: env, figures }))
  }
  const lab4 = labs.find(({ manifest }) => manifest.number === 4)
  if (reason === undefined && lab4) {
    options.detail('lab 4')
    const last = parsed<{ figures: StoredFigures }>('docs/data/lab4.json')
    const figures = await networkFigures(lab4, last?.figures)
    ownFiles.push(json('docs/data/lab4.json', { environment: env, figures }))
  }
  const lab5 = labs.find(({ manifest }) => manifest.number === 5)
  if (reason === undefined && lab5) {
    const figures = await int8Figures(lab5, options.detail)
    ownFiles.push(json('docs/data/lab5.json', { environment: env, figures }))
  }
  const lab6 = labs.find(({ manifest }) => manifest.number === 6)
  if (reason === undefined && lab6) {
    const figures = await golfFigures(lab6, options.detail)
    ownFiles.push(json('docs/data/lab6.json', { environment: env, figures }))
  }
  const lab7 = labs.find(({ manifest }) => manifest.number === 7)
  if (reason === undefined && lab7) {
    options.detail('lab 7')
    const measured = await secretDigitFigures(lab7)
    const figures = settle(measured, parsed<{ figures: typeof measured }>('docs/data/lab7.json')?.figures)
    ownFiles.push(json('docs/data/lab7.json', { environment: env, figures }))
  }
  const lab8 = labs.find(({ manifest }) => manifest.number === 8)
  if (reason === undefined && lab8) {
    options.detail('lab 8')
    const measured = await registryFigures(lab8)
    const figures = settle(measured, parsed<{ figures: typeof measured }>('docs/data/lab8.json')?.figures)
    ownFiles.push(json('docs/data/lab8.json', { environment: env, figures }))
  }
  // Where nothing can be measured, a lab with other sources has failed above.
  if (reason === undefined)
    ownFiles.push(lineInkOutput(env, await lineInk(labs, storedLineInk(), options.detail)))
  const lab9 = labs.find(({ manifest }) => manifest.number === 9)
  if (reason === undefined && lab9) {
    options.detail('lab 9')
    const measured = await mindFigures(lab9)
    const figures = settle(measured, parsed<{ figures: typeof measured }>('docs/data/lab9.json')?.figures)
    ownFiles.push(json('docs/data/lab9.json', { environment: env, figures }))
  }
  options.detail('typing the guide from a CSV file to a contract')
  const inkling = inklingBlocks(await csvToContract())
  const guides = await collectGuides(options.detail)
  const pages: [string, ReturnType<typeof commonWriters>][] = [
    ['README.md', { ...common, ...inkling }],
    ['docs/reference/commands.md', { ...common, ...inkling }],
    ['docs/reference/import.md', inkling],
    ['docs/reference/bench-inference.md', inkling],
    ['docs/reference/proof.md', proofBlocks()],
    ['docs/guides/private-weights.md', proofBlocks()],
    ['docs/guides/csv-to-contract.md', inkling],
    ['docs/reference/devnode.md', common],
    ['docs/guides/workshop.md', common],
    ...data.map((lab): [string, typeof common] => [
      `labs/${lab.id}/README.md`,
      { ...common, ...labWriters(lab) },
    ]),
  ]
  return {
    note,
    outputs: [
      ...reportOutputs(),
      json(labsFile, { environment: env, labs: data }),
      json(lessonsFile, { environment: env, figures: lessons }),
      ...ownFiles,
      ...guides.outputs,
      ...pages
        .filter(([file]) => existsSync(join(root, file)))
        .map(([file, writers]) => ({ file, text: fillBlocks(read(file)!, writers, file) })),
    ],
  }
}

/** Labs 0 and 1 are measured into `lessons.json`; from lab 2 on each lab has a file of its own, `docs/data/labN.json`. */
function inputsOf({ figures }: Stored, lab: number): string | undefined {
  if (lab < 2) return lab === 0 ? figures.lab0.inputs : figures.lab1.inputs
  return parsed<{ figures: { inputs?: string } }>(`docs/data/lab${lab}.json`)?.figures.inputs
}

/** Figures of different compilers are not compared; undefined when they can be. */
async function whyNotMeasured(stored: Stored | undefined): Promise<string | undefined> {
  if (!stored) return undefined
  try {
    const { rustc, road } = await rustToolchain({ install: false })
    const { environment: was } = stored
    if (was.rustc === rustc && was.road === road) return undefined
    return `this machine has ${rustc} (${road}), the figures are of ${was.rustc} (${was.road})`
  } catch (error) {
    if (error instanceof ToolchainError) return 'there is no Rust for wasm32 here'
    throw error
  }
}

/** `{ check: 'lab:check' }` of package.json's scripts. */
function npmTwins(): Record<string, string> {
  const { scripts } = parsed<{ scripts: Record<string, string> }>('package.json')!
  const found = Object.entries(scripts).map(([script, line]) => [
    /run\.mjs lab (\w+)$/.exec(line)?.[1],
    script,
  ])
  return Object.fromEntries(found.filter(([command]) => command !== undefined))
}

function parsed<T>(file: string): T | undefined {
  const text = read(file)
  return text === undefined ? undefined : (JSON.parse(text) as T)
}

function json(file: string, value: unknown): Output {
  return { file, text: `${JSON.stringify(value, null, 2)}\n` }
}
