import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Program = { code: string; wasm?: string; wat?: string }
type Step = {
  op: string
  id?: string
  program?: string
  to?: string
  from?: string
  data?: string
  gas?: number
  value?: number
  label?: string
  expect: {
    status?: number
    gasUsed?: number
    address?: string
    call?: { data?: string | { bytes: number; keccak: string }; error?: string }
    trace?: [string, string, string, unknown?][]
  }
}
type Scenario = { name: string; programs?: Record<string, Program>; steps: Step[] }
type VectorFile = {
  topic: string
  arbos: number
  programs: Record<string, Program>
  setup?: Step[]
  scenarios: Scenario[]
}

// The recorded runs belong to the devnode's tests; this package reads the parts that concern modules.
const folder = fileURLToPath(new URL('../../devnode/test/vectors/', import.meta.url))

export function vectorFiles(): VectorFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as VectorFile)
}

export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replace(/^0x/, ''), 'hex'))
export const toHex = (bytes: Uint8Array): string => `0x${Buffer.from(bytes).toString('hex')}`

/** A recorded step with the program that it is about. */
export type ProgramStep = {
  where: string
  topic: string
  scenario: string
  arbos: number
  step: Step
  code: Uint8Array
  address: string
}

/** All recorded steps of one kind on contracts that the scenario deployed from wasm. */
export function programSteps(op: 'activate' | 'tx', files = vectorFiles()): ProgramStep[] {
  const found: ProgramStep[] = []
  for (const file of files) {
    for (const scenario of file.scenarios) {
      const deployed = new Map<string, { code: Uint8Array; address: string }>()
      for (const step of [...(file.setup ?? []), ...scenario.steps]) {
        if (step.op === 'deployWasm') {
          const name = step.program ?? step.id!
          const program = scenario.programs?.[name] ?? file.programs[name]
          if (program && step.expect.address) {
            deployed.set(step.id!, { code: fromHex(program.code), address: step.expect.address })
          }
        }
        const target = step.op === op ? deployed.get(step.id ?? step.to ?? '') : undefined
        if (!target) continue
        const where = [file.topic, scenario.name, step.id ?? step.to, step.label].filter(Boolean).join(' / ')
        found.push({ where, topic: file.topic, scenario: scenario.name, arbos: file.arbos, step, ...target })
      }
    }
  }
  return found
}

/** Gas that a transaction pays for being one: 21,000, 16 for each byte of calldata, 4 for each zero byte. */
export function intrinsicGas(data: Uint8Array): number {
  return data.reduce((gas, byte) => gas + (byte === 0 ? 4 : 16), 21000)
}
